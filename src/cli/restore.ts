import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { BackupHead } from '../campaign/backup.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { restore, RestoreRefused, type Restoring } from '../campaign/restore.ts';
import { readConfig, type Config } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import { openErasureLedger, type ErasureLedger } from '../store/erasure-ledger.ts';
import { openStore } from '../store/open-store.ts';
import { organizerKeys } from '../store/organizer-keys.ts';
import { allOrganizers } from '../store/organizers.ts';
import { campaignRow, campaignSlugs } from '../store/campaigns.ts';
import { openPauseRequests, pausedRepresentatives } from '../store/pauses.ts';
import { lockForServer } from '../store/server-lock.ts';
import { driftedLetters } from '../store/drifted-letters.ts';
import { driftedSignatures } from '../store/drifted-signatures.ts';
import { driftedCounts } from '../store/signatures.ts';
import type { Store } from '../store/store.ts';
import { storedTotals, type StoredTotals } from '../store/stored-totals.ts';
import { openServerKey, writeServerKey } from '../vault/server-key.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { backupLinesIn } from './backup-file.ts';
import { CommandError, now, parseCommand } from './command.ts';
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
  const made = filesToUndo(config);
  const undo = (): void => {
    for (const path of made) rmSync(path, { force: true });
  };
  const settle = whenInterrupted(undo);
  const unlock = lockForServer(config.database);
  const store = await openStore(config.database);
  const ledger = openErasureLedger(config.erasureLedgerFile);
  try {
    const lines = backupLinesIn(file, identities);
    const begin = (head: BackupHead): Vault => {
      if (takeServerKey(head, config)) made.push(config.serverKeyFile);
      return openVault(openServerKey(config.serverKeyFile));
    };
    const withOutbox = !values['without-outbox'];
    const head = await fill({ store, ledger, now }, { lines, begin, withOutbox }).catch((error: unknown) => {
      undo();
      throw error;
    });
    settle();
    if (!withOutbox)
      process.stdout.write(
        'Letters that waited when the backup was made are held back: npx campaign letters resume <slug>, if the old server sent none since.\n',
      );
    return await tell({ store, ledger }, head, config);
  } finally {
    settle();
    await store.close();
    unlock();
  }
}

async function fill(
  context: { store: Store; ledger: ErasureLedger; now: Clock },
  { lines, begin, withOutbox }: Pick<Restoring, 'lines' | 'begin' | 'withOutbox'>,
): Promise<BackupHead> {
  let bar = progress('Rows');
  try {
    return await restore(context, {
      lines,
      schema: context.store.schema,
      begin: (head) => {
        const vault = begin(head);
        const total = Object.values(head.rows).reduce((sum, rows) => sum + rows, 0);
        bar = progress('Rows', total);
        return vault;
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
  { erasureLedgerFile, serverKeyFile }: Config,
): Promise<number> {
  const vault = openVault(openServerKey(serverKeyFile));
  const again = await reapplyErasures({ store, ledger, vault });
  store.shred();
  process.stdout.write(`Restored as it stood at ${printable(madeAt)}. Server key ${vault.fingerprint}.\n`);
  const active = (await organizerKeys(store.read)).filter((key) => key.retired_at === null);
  for (const { name, recipient } of active)
    process.stdout.write(`Sealed from now on to “${printable(name)}”, ${printable(recipient)}.\n`);
  const organizers = await allOrganizers(store.read);
  if (organizers.length > 0)
    process.stdout.write(
      `Who signs in at /organize: ${organizers.map(({ name, role }) => `${printable(name)} (${printable(role)})`).join(', ')}. Who was removed since the backup is back: npx campaign organizer remove <handle>.\n`,
    );
  process.stdout.write(await pausesInWords(store));
  // Whoever has the organizers' public keys could make a backup that seals to others: a backup is not signed.
  process.stdout.write('Key and organizers should be those that npx campaign keys list showed on the old server.\n');
  if (again > 0) process.stdout.write(`Erased, withdrawn or hidden since, and so again: ${again}.\n`);
  if (!ledger.exists())
    process.stderr.write(
      `Warning: there is no ${erasureLedgerFile}. Whoever erased, withdrew or hid anything since the backup is back. If the old machine had this file, copy it here; the next start applies it.\n`,
    );
  const drifted = [
    ...(await driftedCounts(store.read)),
    ...(await driftedSignatures(store.read)),
    ...(await driftedLetters(store.read)),
  ];
  process.stdout.write(
    drifted.length === 0
      ? `The counts agree with what is stored: ${inWords(await storedTotals(store.read))}.\n`
      : 'The counts do not agree with what is stored: npx campaign doctor.\n',
  );
  return drifted.length === 0 ? 0 : 1;
}

/** Pauses are in no ledger: whoever was paused since would be written to again, at the first start. */
async function pausesInWords({ read }: Store): Promise<string> {
  const slugs = (await campaignSlugs(read)).map(({ slug }) => slug);
  const rows = await Promise.all(slugs.map((slug) => campaignRow(read, slug)));
  const held = slugs.filter((_, at) => (rows[at]?.letters_paused_at ?? null) !== null).map(printable);
  const paused = counted((await pausedRepresentatives(read)).length, 'representative');
  const wishes = counted((await openPauseRequests(read)).length, 'undecided wish', 'undecided wishes');
  return `Pauses are those of the backup: ${paused}, ${wishes}, letters of ${held.join(', ') || 'no campaign'}. What was paused or asked for since is lost: before you start the server, compare npx campaign pauses, and hold letters with npx campaign letters pause <slug>.\n`;
}

function inWords({ signatures, letters }: StoredTotals): string {
  const total = signatures.reduce((sum, { count }) => sum + count, 0);
  const states = signatures.map(({ state, count }) => `${count} ${state}`).join(', ');
  return `${counted(total, 'signature')}${states === '' ? '' : ` (${states})`}, ${counted(letters, 'letter')}`;
}

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** What was not made here may hold what moves a terminal's cursor over our own words. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');

/** A database that was not here before is not left behind either. */
const filesToUndo = ({ database }: Config): string[] =>
  database.kind === 'sqlite' && !existsSync(database.file)
    ? ['', '-wal', '-shm'].map((end) => database.file + end)
    : [];

/**
 * Links, codes and the index of addresses work with the key that the backup was made with.
 * @returns whether it was not here
 */
function takeServerKey({ serverKey }: BackupHead, { serverKeyFile }: Config): boolean {
  if (!existsSync(serverKeyFile)) {
    writeServerKey(serverKeyFile, serverKey);
    return true;
  }
  if (readFileSync(serverKeyFile, 'utf8').trim() !== serverKey)
    throw new RestoreRefused(`${serverKeyFile} holds another server key than the backup: move it away first.`);
  return false;
}
