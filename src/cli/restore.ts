import { existsSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import type { BackupHead } from '../campaign/backup.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { restore, RestoreRefused } from '../campaign/restore.ts';
import { readConfig, type Config } from '../config.ts';
import { openErasureLedger, type ErasureLedger } from '../store/erasure-ledger.ts';
import { openStore } from '../store/open-store.ts';
import { lockForServer } from '../store/server-lock.ts';
import { driftedCounts } from '../store/signatures.ts';
import type { Store } from '../store/store.ts';
import { decryptStream } from '../vault/age-stream.ts';
import { writeServerKey } from '../vault/server-key.ts';
import { CommandError, parseCommand } from './command.ts';
import { identitiesOf, identityOptions } from './identity.ts';
import { whenInterrupted } from './interruption.ts';
import { progress } from './progress.ts';

/** `restore <file>`: fills an empty database from a backup, whole or not at all; then does again what people have wished since. */
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
  const undo = undoing(config);
  const settle = whenInterrupted(undo);
  const unlock = lockForServer(config.database);
  const store = await openStore(config.database);
  const ledger = openErasureLedger(config.erasureLedgerFile);
  try {
    const lines = linesOf(file, identities);
    const head = await fill({ store, ledger }, lines, config, !values['without-outbox']).catch((error: unknown) => {
      undo();
      throw error;
    });
    settle();
    return await tell({ store, ledger }, head, config);
  } finally {
    settle();
    await store.close();
    unlock();
  }
}

async function fill(
  context: { store: Store; ledger: ErasureLedger },
  lines: AsyncIterable<string>,
  config: Config,
  withOutbox: boolean,
): Promise<BackupHead> {
  let bar = progress('Rows');
  try {
    return await restore(context, {
      lines,
      schema: context.store.schema,
      begin: (head) => {
        takeServerKey(head, config);
        const total = Object.values(head.rows).reduce((sum, rows) => sum + rows, 0);
        bar = progress('Rows', total);
      },
      withOutbox,
      restored: (rows) => bar.advance(rows),
    });
  } finally {
    bar.done();
  }
}

async function tell(
  { store, ledger }: { store: Store; ledger: ErasureLedger },
  { madeAt }: BackupHead,
  { erasureLedgerFile }: Config,
): Promise<number> {
  const again = await reapplyErasures({ store, ledger });
  store.shred();
  process.stdout.write(`Restored as it stood at ${madeAt}.\n`);
  if (again > 0) process.stdout.write(`Erased, withdrawn or hidden since, and so again: ${again}.\n`);
  if (!ledger.exists())
    process.stderr.write(
      `Warning: there is no ${erasureLedgerFile}. Whoever erased, withdrew or hid anything since the backup is back. If the old machine had this file, copy it here; the next start applies it.\n`,
    );
  const drifted = await driftedCounts(store.read);
  process.stdout.write(
    drifted.length === 0
      ? 'The counts agree with the signatures.\n'
      : 'The counts do not agree with the signatures: npx campaign doctor.\n',
  );
  return drifted.length === 0 ? 0 : 1;
}

/** Leaves things as they were found: no key, and no database file, that was not here before. */
function undoing({ serverKeyFile, database }: Config): () => void {
  const made = [
    serverKeyFile,
    ...(database.kind === 'sqlite' ? ['', '-wal', '-shm'].map((end) => database.file + end) : []),
  ];
  const remove = made.filter((file) => !existsSync(file));
  return () => {
    for (const file of remove) rmSync(file, { force: true });
  };
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
