import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { backupCommand } from '../../src/cli/backup.ts';
import { exportCommand } from '../../src/cli/export.ts';
import { refuseToOverwrite } from '../../src/cli/new-file.ts';
import { writeWholeFile } from '../../src/cli/whole-file.ts';
import { projectRoot } from '../../src/places.ts';

/** Writes half a file, says so, and never comes to an end by itself. */
const slowCommand = (file: string): string => `
  const { writeWholeFile } = await import('./src/cli/whole-file.ts');
  await writeWholeFile({ file: ${JSON.stringify(file)}, force: false }, (out) => {
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

test.each([
  ['export', (...args: string[]) => exportCommand(['clean-air', ...args])],
  ['backup', (...args: string[]) => backupCommand(args)],
] as const)('%s writes over nothing that is there unasked, and over nothing but a file when asked', async (_, run) => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-taken-'));
  vi.stubEnv('DATA_DIR', join(folder, 'data'));
  const [file, inner, link] = ['last-week', 'folder', 'link'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, 'what was there');
  mkdirSync(inner);
  symlinkSync(join(folder, 'nowhere'), link);
  for (const taken of [file, inner, link])
    await expect(run('--out', taken)).rejects.toThrow(/ exists already: .+ --out, or .+ --force\.$/);
  for (const other of [inner, link])
    await expect(run('--out', other, '--force')).rejects.toThrow(/ is no plain file: /);
  // Past the question of the file: what is missing now is a database.
  await expect(run('--out', file, '--force')).rejects.toThrow(/^There is no database at /);
  expect([readFileSync(file, 'utf8'), readdirSync(folder).length]).toEqual(['what was there', 3]);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('of two who write to one name at once, the second leaves what the first wrote, unless told to write over it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-two-'));
  const file = join(folder, 'export.csv');
  const second = (force: boolean) =>
    writeWholeFile({ file, force }, async (out) => {
      writeFileSync(file, 'of the first');
      out.end('of the second');
      await once(out, 'close');
    });
  await expect(second(false)).rejects.toThrow(/ exists already: .+ --out, or .+ --force\.$/);
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['of the first', ['export.csv']]);
  await second(true);
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['of the second', ['export.csv']]);
  rmSync(folder, { recursive: true });
});

test.each([
  ['below a file', 'ENOTDIR', 'signers.csv/again.csv'],
  ['of three hundred letters', 'ENAMETOOLONG', 'x'.repeat(300)],
])('a name %s is refused in a sentence', async (_, code, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-path-'));
  writeFileSync(join(folder, 'signers.csv'), 'what was there');
  const file = join(folder, name);
  refuseToOverwrite(file, false);
  const written = writeWholeFile({ file, force: false }, () => Promise.resolve());
  await expect(written).rejects.toThrow(`${file} could not be written (${code}): `);
  expect(readdirSync(folder)).toEqual(['signers.csv']);
  rmSync(folder, { recursive: true });
});
