import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { readIdentityFile } from '../vault/identity-file.ts';
import { CommandError } from './command.ts';
import { passphraseFrom } from './passphrase.ts';

/** Options of every command that opens what is sealed. */
export const identityOptions = {
  identity: { type: 'string', multiple: true },
  'passphrase-file': { type: 'string' },
} as const;

interface Asked {
  identity?: string[] | undefined;
  'passphrase-file'?: string | undefined;
}

/** The secrets of the organizer's identity: of the files that `--identity` names, else of the one in the data folder. */
export async function identitiesOf(values: Asked, config: Config): Promise<string[]> {
  const files = values.identity ?? (existsSync(config.organizerKeyFile) ? [config.organizerKeyFile] : []);
  if (files.length === 0)
    throw new CommandError('No identity lies on this server, as it should be: name yours with --identity FILE.');
  const passphrase = passphraseFrom(values['passphrase-file']);
  const identities = [];
  for (const file of files) identities.push(...(await readIdentityFile(file, () => passphrase(file))));
  return identities.map(({ secret }) => secret);
}
