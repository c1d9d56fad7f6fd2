// First in `npm start` and `npm test`, so that what they call finds the project's Node as `node`. npm 11 has linked
// it by then; npm 10 takes the link away again together with the packages for other platforms.
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode } from './project-node.mjs';

const folder = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const onWindows = process.platform === 'win32';
const link = join(folder, onWindows ? 'node.cmd' : 'node');
const node = projectNode();

if (node && !existsSync(link)) {
  const target = relative(folder, node);
  rmSync(link, { force: true });
  if (onWindows) writeFileSync(link, `@"%~dp0${target}" %*\r\n`);
  else symlinkSync(target, link);
}
