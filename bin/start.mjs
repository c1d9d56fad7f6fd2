// `npm start`
import './link-node.mjs';
import { runInProjectNode } from './project-node.mjs';

await runInProjectNode(new URL('../src/cli/start.ts', import.meta.url));
