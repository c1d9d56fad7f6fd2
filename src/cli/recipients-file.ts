import { readdirSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isoDay } from '../domain/clock.ts';
import type { DirectoryFile, ReadDirectory } from '../forms/directory-file.ts';
import { readDirectoryFile } from '../forms/read-directory-file.ts';
import { CommandError, now, parseCommand } from './command.ts';
import { decoded } from './text-of-file.ts';
import { columnMapOf, recipientsOptions, saidOf } from './recipients-options.ts';

/** Once parsed, a file takes several times its size in memory; checked before it is taken there. */
const mostBytes = 50 * 1024 * 1024;

/** What the file or folder of a call holds, as its options say. @throws CommandError if that is no directory */
export function readRecipients(
  args: string[],
  verb: string,
): { path: string; read: ReadDirectory; values: { json: boolean; force: boolean } } {
  const { values, positionals } = parseCommand({ args, allowPositionals: true, options: recipientsOptions });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new CommandError(`Name one file or folder: npx campaign recipients ${verb} <file>`, 2);
  const options = { today: isoDay(now()), said: saidOf(values), columns: columnMapOf(values.map ?? []) };
  const read = readDirectoryFile(filesOf(path), options);
  if (read.outcome === 'unreadable') throw new CommandError(`${path}: ${read.reason}`);
  return { path, read, values };
}

function filesOf(path: string): DirectoryFile[] {
  try {
    const paths = statSync(path).isDirectory() ? yamlIn(path) : [path];
    if (paths.reduce((sum, file) => sum + statSync(file).size, 0) > mostBytes)
      throw new CommandError(`${path} is larger than 50 MB: split it.`);
    return paths.map((file) => ({ name: relative(path, file) || basename(file), text: decoded(file) }));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} cannot be read: is the path right?`);
  }
}

/** Persons in a folder of Open States: of a whole copy its legislatures, not who retired, nor mayors. */
function yamlIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const sitting = all.filter((file) => relative(folder, file).split(sep).includes('legislature'));
  return sitting.length > 0 ? sitting : all;
}
