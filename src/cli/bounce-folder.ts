import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CommandError } from './command.ts';
import { largestBounce, type Taken, type TakeBounce } from './take-bounce.ts';

/** What is to be read again, or by a person. */
const stays: Taken['came'][] = ['not-ours', 'not-sent-yet'];

/** Takes in every mail of a folder once: it then lies in `done`. Whatever is left is named. @returns the exit code */
export async function bounceFolder(take: TakeBounce, folder: string, json: boolean): Promise<number> {
  const files = await mailsIn(folder);
  const counts: Partial<Record<Taken['came'], number>> = {};
  const left: string[] = [];
  for (const file of files) {
    const { came, line } = await takeFile(take, file);
    counts[came] = (counts[came] ?? 0) + 1;
    if (stays.includes(came)) left.push(file);
    else await putAway(file, join(folder, 'done'));
    if (!json) process.stdout.write(`${stays.includes(came) ? `left ${file}: ` : ''}${line}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ read: files.length, counts, left })}\n`);
  else process.stdout.write(`${files.length} read, ${left.length} left\n`);
  return 0;
}

/** A Maildir's mails that are there in full, or the .eml files of any other folder. */
async function mailsIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) throw new CommandError(`There is no folder ${folder}.`);
  const maildir = ['new', 'cur'].map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (maildir.length === 0) return filesIn(folder, /\.eml$/i);
  return (await Promise.all(maildir.map((path) => filesIn(path, /^[^.]/)))).flat();
}

async function filesIn(folder: string, named: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && named.test(entry.name)).map(({ name }) => name);
  return names.toSorted().map((name) => join(folder, name));
}

async function takeFile(take: TakeBounce, file: string): Promise<Taken> {
  const raw = await readMail(file);
  return typeof raw === 'string' ? { came: 'not-ours', line: raw } : take(raw);
}

/** The mail, or why it is not read. */
async function readMail(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file);
    return size > largestBounce ? 'too large for a bounce' : await readFile(file);
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
}

/** Never over another mail of the same name. */
async function putAway(file: string, done: string): Promise<void> {
  await mkdir(done, { recursive: true, mode: 0o700 });
  let to = join(done, basename(file));
  for (let copy = 2; existsSync(to); copy++) to = join(done, `${copy}-${basename(file)}`);
  await rename(file, to).catch((error: unknown) => {
    // Another run was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
}
