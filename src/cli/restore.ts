import { existsSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import type { BackupHead } from '../campaign/backup.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { restore, RestoreRefused } from '../campaign/restore.ts';
import { readConfig, type Config } from '../config.ts';
import { openErasureLedger } from '../store/erasure-ledger.ts';
import { openStore } from '../store/open-store.ts';
import { lockForServer } from '../store/server-lock.ts';
import { driftedCounts } from '../store/signatures.ts';
import { decryptStream } from '../vault/age-stream.ts';
import { writeServerKey } from '../vault/server-key.ts';
import { CommandError, parseCommand } from './command.ts';
import { identitiesOf, identityOptions } from './identity.ts';
import { progress } from './progress.ts';

/** `restore <file>`: fills an empty database from a backup, whole or not at all; then erases again what was erased since. */
export async function restoreCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { 'without-outbox': { type: 'boolean', default: false }, ...identityOptions },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new CommandError('Name one backup: npx campaign restore <file>', 2);
  if (!existsSync(file)) throw new CommandError(`${file} cannot be read: is the path right?`);
  const config = readConfig();
  const identities = await identitiesOf(values, config);
  const unlock = lockForServer(config.database);
  const store = await openStore(config.database);
  const ledger = openErasureLedger(config.erasureLedgerFile);
  const keyWasHere = existsSync(config.serverKeyFile);
  try {
    const lines = linesOf(file, identities);
    let bar = progress('Rows');
    const head = await restore(
      { store, ledger },
      {
        lines,
        schema: store.schema,
        begin: (begun) => {
          takeServerKey(begun, config);
          bar = progress(
            'Rows',
            Object.values(begun.rows).reduce((sum, rows) => sum + rows, 0),
          );
        },
        withOutbox: !values['without-outbox'],
        restored: (rows) => bar.advance(rows),
      },
    )
      .catch((error: unknown) => {
        if (!keyWasHere) rmSync(config.serverKeyFile, { force: true });
        throw error;
      })
      .finally(() => bar.done());
    const erased = await reapplyErasures({ store, ledger });
    store.shred();
    process.stdout.write(
      `Restored as it stood at ${head.madeAt}. ${erased} records were erased since, and are again.\n`,
    );
    const drifted = await driftedCounts(store.read);
    process.stdout.write(
      drifted.length === 0
        ? 'The counts agree with the signatures.\n'
        : 'The counts do not agree with the signatures: npx campaign doctor.\n',
    );
    return drifted.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof RestoreRefused) throw new CommandError(error.message);
    throw error;
  } finally {
    await store.close();
    unlock();
  }
}

async function* linesOf(file: string, identities: string[]): AsyncGenerator<string> {
  const sealed = (await openAsBlob(file)).stream();
  const zipped = await decryptStream(sealed, identities).catch((error: unknown) => {
    throw new RestoreRefused(`${file} is no backup, or was made for other organizers’ keys.`, { cause: error });
  });
  const unzip = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>;
  const text = zipped.pipeThrough(unzip).pipeThrough(new TextDecoderStream());
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Links, codes and the index of addresses work with the key that the backup was made with. */
function takeServerKey({ serverKey }: BackupHead, { serverKeyFile }: Config): void {
  if (!existsSync(serverKeyFile)) return writeServerKey(serverKeyFile, serverKey);
  if (readFileSync(serverKeyFile, 'utf8').trim() !== serverKey)
    throw new RestoreRefused(`${serverKeyFile} holds another server key than the backup: move it away first.`);
}
