import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from './command.ts';

/** Before anybody is asked for a passphrase: a key is never written over a file, nor into a folder that is not there. */
export function refuseUnlessNew(file: string): void {
  if (isTaken(file)) throw new CommandError(`${file} exists already: name another file with --out.`);
  if (!existsSync(dirname(file)))
    throw new CommandError(`There is no folder ${dirname(file)}: make it, or name another.`);
}

/** Before anything is opened or noted in the log: what lies there is written over only with `--force`, and only a plain file. */
export function refuseToOverwrite(file: string, force: boolean): void {
  if (!isTaken(file)) return;
  if (!force)
    throw new CommandError(`${file} exists already: name another file with --out, or write over it with --force.`);
  // What is written takes the name of what was there: a folder, a device or a link would be gone, and not filled.
  if (!lstatSync(file).isFile()) throw new CommandError(`${file} is no plain file: name another with --out.`);
}

/** A link that leads nowhere takes its name too. Where nothing can be looked at, writing says why. */
function isTaken(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}
