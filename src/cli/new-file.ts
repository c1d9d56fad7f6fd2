import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from './command.ts';

/** Before anybody is asked for a passphrase: a key is never written over a file, nor into a folder that is not there. */
export function refuseUnlessNew(file: string): void {
  if (existsSync(file)) throw new CommandError(`${file} exists already: name another file with --out.`);
  if (!existsSync(dirname(file)))
    throw new CommandError(`There is no folder ${dirname(file)}: make it, or name another.`);
}
