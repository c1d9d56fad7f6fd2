import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/places.ts';

/** Writes half a file, says so, and never comes to an end by itself. */
const slowCommand = (file: string): string => `
  const { writeWholeFile } = await import('./src/cli/whole-file.ts');
  await writeWholeFile(${JSON.stringify(file)}, (out) => {
    setInterval(() => undefined, 1000);
    out.write('half', () => process.stdout.write('half'));
    return new Promise(() => undefined);
  });`;

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a file whose writing %s stops in the middle leaves nothing',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-half-'));
    const args = ['--input-type=module', '--eval', slowCommand(join(folder, 'export.csv'))];
    const command = spawn(process.execPath, args, { cwd: projectRoot });
    let told = '';
    command.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    await once(command.stdout, 'data');
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^export\.csv\.\w+\.part$/)]);
    command.kill(signal);
    const [code] = (await once(command, 'close')) as [number];
    expect([code, told, readdirSync(folder)]).toEqual([130, '\nStopped: nothing was written.\n', []]);
    rmSync(folder, { recursive: true });
  },
);
