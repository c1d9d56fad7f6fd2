import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { exportSignatures, type ExportFormat } from '../campaign/export-signatures.ts';
import { openSignatures } from '../campaign/open-signatures.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { campaignId } from '../store/campaigns.ts';
import { openErasureLedger } from '../store/erasure-ledger.ts';
import { signatureCounts } from '../store/signatures.ts';
import type { Store } from '../store/store.ts';
import { CommandError, parseCommand, withStore } from './command.ts';
import { identitiesOf, identityOptions } from './identity.ts';
import { progress } from './progress.ts';

/**
 * `export <slug>`: nothing but data on stdout. A file appears whole or not at all. Rows that cannot be opened are named
 * on stderr and left out, and the exit code is 1.
 */
export async function exportCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      out: { type: 'string' },
      all: { type: 'boolean', default: false },
      ...identityOptions,
    },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign export <slug>', 2);
  if (!isFormat(values.format)) throw new CommandError(`There is no format “${values.format}”: csv or jsonl`, 2);
  const { format, all, out } = values;
  return withStore(async (store, config) => {
    const id = await campaignId(store.read, slug);
    if (id === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
    await reapplyErasures({ store, ledger: openErasureLedger(config.erasureLedgerFile) });
    const open = openSignatures(store.read, slug, await identitiesOf(values, config));
    const options = { campaignId: id, format, all, open };
    const left = await (out === undefined ? pour(store, options, process.stdout) : pourIntoFile(store, options, out));
    if (left > 0) process.stderr.write(`${left} of the signatures could not be opened and are not in the export.\n`);
    return left > 0 ? 1 : 0;
  });
}

const isFormat = (text: string): text is ExportFormat => text === 'csv' || text === 'jsonl';

type Options = Parameters<typeof exportSignatures>[1];

async function pourIntoFile(store: Store, options: Options, file: string): Promise<number> {
  const part = `${file}.part`;
  try {
    const left = await pour(store, options, createWriteStream(part, { mode: 0o600 }));
    renameSync(part, file);
    if (process.stderr.isTTY) process.stderr.write(`Written to ${file}.\n`);
    return left;
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof Error && 'code' in error)
      throw new CommandError(`${file} could not be written (${String(error.code)}): is the path right, is there room?`);
    throw error;
  }
}

/** @returns how many rows had to be left out */
async function pour(store: Store, options: Options, out: Writable): Promise<number> {
  let left = 0;
  const counts = await signatureCounts(store.read, options.campaignId);
  const bar = progress('Signatures', counts.confirmed + (options.all ? counts.pending : 0));
  try {
    await pipeline(async function* () {
      for await (const { text, rows, unopened } of exportSignatures(store, options)) {
        yield text;
        bar.advance(rows);
        left += unopened.length;
        for (const { id, reason } of unopened) bar.say(`signature ${id} left out: ${reason}`);
      }
    }, out);
  } catch (error) {
    // Whoever read us has seen enough, as `head` does.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE' && out === process.stdout)) throw error;
  } finally {
    bar.done();
  }
  return left;
}
