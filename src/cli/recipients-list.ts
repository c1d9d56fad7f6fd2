import { directories, directorySizes } from '../store/directories.ts';
import { parseCommand, withStore } from './command.ts';

/** `recipients list`: the directories that are there, and what they say of themselves. */
export async function listRecipients(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { json: { type: 'boolean', default: false } } });
  const rows = await withStore(async ({ store: { read } }) => {
    const sizes = new Map((await directorySizes(read)).map((size) => [size.directory_id, size]));
    return (await directories(read)).map((directory) => ({
      directory: directory.id,
      title: directory.title,
      source: directory.source,
      licence: directory.licence,
      asOf: directory.as_of,
      timeZone: directory.time_zone,
      usableForSending: directory.usable_for_sending === 1,
      persons: sizes.get(directory.id)?.persons ?? 0,
      withEmail: sizes.get(directory.id)?.withEmail ?? 0,
    }));
  });
  if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else for (const row of rows) process.stdout.write(paragraphOf(row));
  return 0;
}

interface Row {
  directory: string;
  title: string;
  source: string;
  licence: string;
  asOf: string;
  timeZone: string;
  usableForSending: boolean;
  persons: number;
  withEmail: number;
}

const paragraphOf = (row: Row): string => `\
${row.directory}  ${row.persons} representatives, ${row.withEmail} with an address, as of ${row.asOf || 'an unknown day'}  ${row.title}
    source: ${row.source || 'unknown'}; licence: ${row.licence || 'unknown'}; time zone: ${row.timeZone || 'unknown'}${row.usableForSending ? '' : '; not for sending'}
`;
