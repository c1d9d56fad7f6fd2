import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-'));
  mkdirSync(join(folder, 'bin'));
  // A copy keeps what is compiled beside itself.
  copyFileSync(join(projectRoot, 'bin/project-node.mjs'), join(folder, 'bin/project-node.mjs'));
  const tell = `process.stdout.write(String(process.moduleLoadList.some((name: string) => name.includes('amaro'))) + '\\n');\n`;
  writeFileSync(join(folder, 'thread.ts'), `// A thread of a server.\n${tell}`);
  writeFileSync(
    join(folder, 'server.ts'),
    `import { Worker } from 'node:worker_threads';\n${tell}new Worker(new URL('./thread.ts', import.meta.url));\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test('from its second start on, neither a server nor its threads load what reads TypeScript, which takes 20 MB each', async () => {
  expect(await loaded()).toEqual(['true', 'true']);
  expect(await loaded()).toEqual(['false', 'false']);
});

async function loaded(): Promise<string[]> {
  const script = `import { runInProjectNode } from ${JSON.stringify(pathToFileURL(join(folder, 'bin/project-node.mjs')).href)};
    await runInProjectNode(new URL(${JSON.stringify(pathToFileURL(join(folder, 'server.ts')).href)}));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env.PATH },
  });
  return stdout.trim().split('\n');
}
