import { examineDirectories } from '../campaign/examine-directories.ts';
import { CommandError, parseCommand, withStore } from './command.ts';
import { findingLine } from './finding-line.ts';

/** `recipients check [<id>]`: what needs attention in the directories. Exit code 1 if anything does; notes do not. */
export async function checkRecipients(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [id] = positionals;
  if (positionals.length > 1)
    throw new CommandError('Name one directory, or none for all: npx campaign recipients check <id>', 2);
  const findings = await withStore((open) => examineDirectories(open, id));
  if (findings === undefined)
    throw new CommandError(`There is no directory “${id}”: npx campaign recipients list shows which there are.`);
  if (values.json) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else if (findings.length === 0) process.stdout.write(findingLine({ ok: true, text: 'Nothing needs attention.' }));
  else for (const finding of findings) process.stdout.write(findingLine(finding, finding.directory));
  return findings.every(({ ok }) => ok) ? 0 : 1;
}
