import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { exportSignatures, type ExportFormat } from '../campaign/export-signatures.ts';
import { isSealedTo } from '../campaign/check-identity.ts';
import { openSignatures } from '../campaign/open-signatures.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { campaignId } from '../store/campaigns.ts';
import { signatureCounts } from '../store/signatures.ts';
import type { Store } from '../store/store.ts';
import { CommandError, parseCommand, withStore } from './command.ts';
import { identitiesOf, identityOptions } from './identity.ts';
import { isClosedPipe } from './pipe.ts';
import { noTerminal, progress } from './progress.ts';
import { writeWholeFile } from './whole-file.ts';

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
  return withStore(async (opened) => {
    const { store, config } = opened;
    const id = await campaignId(store.read, slug);
    if (id === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
    await reapplyErasures(opened);
    const identities = await identitiesOf(values, config);
    if (!(await isSealedTo(store.read, identities)))
      throw new CommandError('Nothing is sealed to this identity: npx campaign keys list shows the keys that count.');
    const open = openSignatures(store.read, slug, identities);
    const options = { campaignId: id, format, all, open };
    const left =
      out === undefined ? (await pour(store, options, process.stdout)).left : await pourIntoFile(store, options, out);
    if (left > 0) process.stderr.write(`${left} of the signatures could not be opened and are not in the export.\n`);
    return left > 0 ? 1 : 0;
  });
}

const isFormat = (text: string): text is ExportFormat => text === 'csv' || text === 'jsonl';

type Options = Parameters<typeof exportSignatures>[1];

/** @returns how many rows had to be left out */
async function pourIntoFile(store: Store, options: Options, file: string): Promise<number> {
  const { left, written } = await writeWholeFile(file, (out) => pour(store, options, out));
  if (process.stderr.isTTY) process.stderr.write(`${written} signatures written to ${file}.\n`);
  return left;
}

async function pour(store: Store, options: Options, out: Writable): Promise<{ left: number; written: number }> {
  const done = { left: 0, written: 0 };
  const counts = await signatureCounts(store.read, options.campaignId);
  const total = counts.confirmed + (options.all ? counts.pending : 0);
  // Where the data itself runs over the screen, a bar would stand in its way.
  const bar = progress('Signatures', total, out === process.stdout && process.stdout.isTTY ? noTerminal : undefined);
  try {
    await pipeline(async function* () {
      for await (const { text, rows, unopened } of exportSignatures(store, options)) {
        yield text;
        bar.advance(rows);
        done.left += unopened.length;
        done.written += rows - unopened.length;
        for (const { id, reason } of unopened) bar.say(`signature ${id} left out: ${reason}`);
      }
    }, out);
  } catch (error) {
    if (!isClosedPipe(error, out)) throw error;
  } finally {
    bar.done();
  }
  return done;
}
