import { execFile } from 'node:child_process';
import { projectRoot } from '../../src/places.ts';

/** `npx campaign …` as it is, on a data folder and, where it is named, another database than the folder's. */
export function runCommand(
  place: string | { dataDir: string; env: Record<string, string> },
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { dataDir, env } = typeof place === 'string' ? { dataDir: place, env: {} } : place;
  return new Promise((resolve) => {
    const options = { cwd: projectRoot, env: { ...process.env, ...env, DATA_DIR: dataDir }, maxBuffer: 1e8 };
    execFile(process.execPath, ['bin/campaign.mjs', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}
