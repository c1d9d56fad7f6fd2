import { diffDirectory, type DirectoryDifference } from '../campaign/diff-directory.ts';
import { withStore } from './command.ts';
import { differenceLine } from './difference-line.ts';
import { readRecipients } from './recipients-file.ts';

/** `recipients diff <file>`: what an import of the file would change, and nothing is changed. */
export async function diffRecipients(args: string[]): Promise<number> {
  const { read, values } = readRecipients(args, 'diff');
  const { directory, representatives } = read;
  const difference = await withStore((open) => diffDirectory(open, directory.id, representatives));
  if (values.json) process.stdout.write(`${JSON.stringify({ directory: directory.id, ...difference })}\n`);
  else process.stdout.write(textOf(directory.id, difference));
  return 0;
}

const textOf = (id: string, difference: DirectoryDifference): string =>
  [
    ...difference.comes.map(({ name }) => `+ ${name}`),
    ...difference.goes.map(({ name }) => `- ${name}`),
    ...difference.changes.flatMap(({ name, fields }) => [
      `~ ${name}`,
      ...Object.entries(fields).map(([field, { from, to }]) => `    ${field}: “${from}” → “${to}”`),
    ]),
    differenceLine(id, difference),
    '',
  ].join('\n');
