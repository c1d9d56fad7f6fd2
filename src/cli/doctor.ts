import { existsSync } from 'node:fs';
import { examine } from '../campaign/examine.ts';
import { parseCommand, withVault } from './command.ts';

/** `doctor`: whether a campaign's keys and counts are well. Exit code 1 if anything is not. */
export async function doctorCommand(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { json: { type: 'boolean', default: false } } });
  const findings = await withVault(({ store, vault, config }) =>
    examine({ store, vault }, existsSync(config.organizerKeyFile)),
  );
  if (values.json) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else for (const { ok, text } of findings) process.stdout.write(`${ok ? 'well  ' : 'NOT   '}${text}\n`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}
