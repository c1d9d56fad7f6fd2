import { existsSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import { Refusal } from '../domain/refusal.ts';
import { openErasureLedger, type ErasureLedger } from '../store/erasure-ledger.ts';
import { fact } from '../store/facts.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { openServerKey } from '../vault/server-key.ts';
import { openVault, type Vault } from '../vault/vault.ts';

/** With an exit code: 1 the work failed, 2 the call's words are off. */
export class CommandError extends Refusal {
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

/** What a command works with, beside a running server. */
export interface OpenStore {
  store: Store;
  ledger: ErasureLedger;
  config: Config;
  now: Clock;
}

export interface OpenVault extends OpenStore {
  vault: Vault;
}

/** Opens the store beside a running server, and closes it again whatever happens. */
export async function withStore<T>(act: (open: OpenStore) => Promise<T>, { mayBeNew = false } = {}): Promise<T> {
  const config = readConfig();
  const { database } = config;
  if (!mayBeNew && database.kind === 'sqlite' && !existsSync(database.file))
    throw new CommandError(`There is no database at ${database.file}: run npm start once, or set DATA_DIR.`);
  const store = await openStore(database);
  try {
    return await act({ store, ledger: openErasureLedger(config.erasureLedgerFile), config, now });
  } finally {
    await store.close();
  }
}

/** The same with the server key, for whatever vouches for or recognises rows. */
export const withVault = <T>(act: (open: OpenVault) => Promise<T>): Promise<T> =>
  withStore(async (open) => {
    const { serverKeyFile } = open.config;
    if (!existsSync(serverKeyFile))
      throw new CommandError(`There is no server key at ${serverKeyFile}: put it back, or set SERVER_KEY_FILE.`);
    const vault = openVault(openServerKey(serverKeyFile));
    if ((await fact(open.store.read, 'server key')) !== vault.fingerprint)
      throw new CommandError(`${serverKeyFile} is not the key that this database was made with.`);
    return act({ ...open, vault });
  });

/** After something was deleted. What cannot be wiped now, because somebody reads, the server wipes within a minute. */
export function wipe(store: Store): void {
  if (!store.shred())
    process.stderr.write(
      'What was deleted still stands in the database’s log, because somebody is reading it; the server wipes it within a minute.\n',
    );
}
