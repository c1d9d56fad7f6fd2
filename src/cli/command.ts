import { existsSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import { fact } from '../store/facts.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { openServerKey } from '../vault/server-key.ts';
import { openVault, type Vault } from '../vault/vault.ts';

/** Something that the person at the keyboard can mend. The message is one sentence. */
export class CommandError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Node's own parser, with its complaints as ours. */
export function parseCommand<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new CommandError(`${first}: see npx campaign --help`, 2);
  }
}

export const now = (): number => Math.floor(Date.now() / 1000);

export interface OpenVault {
  store: Store;
  vault: Vault;
  config: Config;
}

/** The same with the server key, for whatever vouches for or recognises rows. */
export const withVault = <T>(act: (open: OpenVault) => Promise<T>): Promise<T> =>
  withStore(async (store, config) => {
    if (!existsSync(config.serverKeyFile))
      throw new CommandError(`There is no server key at ${config.serverKeyFile}: put it back, or set SERVER_KEY_FILE.`);
    const vault = openVault(openServerKey(config.serverKeyFile));
    if ((await fact(store.read, 'server key')) !== vault.fingerprint)
      throw new CommandError(`${config.serverKeyFile} is not the key that this database was made with.`);
    return act({ store, vault, config });
  });

/** Opens the store beside a running server, and closes it again whatever happens. */
export async function withStore<T>(
  act: (store: Store, config: Config) => Promise<T>,
  { mayBeNew = false } = {},
): Promise<T> {
  const config = readConfig();
  const { database } = config;
  if (!mayBeNew && database.kind === 'sqlite' && !existsSync(database.file))
    throw new CommandError(`There is no database at ${database.file}: run npm start once, or set DATA_DIR.`);
  const store = await openStore(database);
  try {
    return await act(store, config);
  } finally {
    await store.close();
  }
}
