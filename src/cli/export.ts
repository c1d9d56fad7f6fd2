import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { exportSignatures, type ExportFormat } from '../campaign/export-signatures.ts';
import { campaignId } from '../store/campaigns.ts';
import { signatureCounts } from '../store/signatures.ts';
import type { Store } from '../store/open-store.ts';
import { CommandError, parseCommand, withStore } from './command.ts';
import { progress } from './progress.ts';

/** `export <slug>`: nothing but data on stdout. A file appears whole or not at all. */
export async function exportCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      out: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign export <slug>', 2);
  if (!isFormat(values.format)) throw new CommandError(`There is no format “${values.format}”: csv or jsonl`, 2);
  const options = { format: values.format, all: values.all };
  await withStore(async (store) => {
    const id = await campaignId(store.read, slug);
    if (id === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
    if (values.out === undefined) await pour(store, { campaignId: id, ...options }, process.stdout);
    else await pourIntoFile(store, { campaignId: id, ...options }, values.out);
  });
  return 0;
}

const isFormat = (text: string): text is ExportFormat => text === 'csv' || text === 'jsonl';

type Options = Parameters<typeof exportSignatures>[1];

async function pourIntoFile(store: Store, options: Options, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await pour(store, options, createWriteStream(part, { mode: 0o600 }));
    renameSync(part, file);
    if (process.stderr.isTTY) process.stderr.write(`Written to ${file}.\n`);
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof Error && 'code' in error)
      throw new CommandError(`${file} could not be written (${String(error.code)}): is the path right, is there room?`);
    throw error;
  }
}

async function pour(store: Store, options: Options, out: Writable): Promise<void> {
  const counts = await signatureCounts(store.read, options.campaignId);
  const bar = progress('Signatures', counts.confirmed + (options.all ? counts.pending : 0));
  try {
    await pipeline(async function* () {
      for await (const { text, rows } of exportSignatures(store, options)) {
        yield text;
        bar.advance(rows);
      }
    }, out);
  } catch (error) {
    // Whoever read us has seen enough, as `head` does.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE' && out === process.stdout)) throw error;
  } finally {
    bar.done();
  }
}
