#!/usr/bin/env node
// `npx campaign …`
import { runInProjectNode } from './project-node.mjs';

await runInProjectNode(new URL('../src/cli/main.ts', import.meta.url));
