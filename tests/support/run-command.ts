import { execFile } from 'node:child_process';
import { projectRoot } from '../../src/places.ts';

/** `npx campaign …` as it is, on a data folder. */
export const runCommand = (
  dataDir: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const options = { cwd: projectRoot, env: { ...process.env, DATA_DIR: dataDir }, maxBuffer: 1e8 };
    execFile(process.execPath, ['src/cli/main.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
