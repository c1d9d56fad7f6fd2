import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { exportedLetters } from '../campaign/export-letters.ts';
import { exportPages, type Exportable, type ExportFormat } from '../campaign/export-pages.ts';
import { exportedSignatures } from '../campaign/export-signatures.ts';
import { isSealedTo } from '../campaign/check-identity.ts';
import { openSealed } from '../campaign/open-sealed.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { campaignId } from '../store/campaigns.ts';
import { CommandError, parseCommand, withStore } from './command.ts';
import { identitiesOf, identityOptions } from './identity.ts';
import { isClosedPipe } from './pipe.ts';
import { noTerminal, progress } from './progress.ts';
import { writeWholeFile } from './whole-file.ts';

/**
 * `export <slug>`: its signatures, or with `--letters` who wrote to whom. Nothing but data on stdout. A file appears whole or not at all. Rows that cannot be opened are named
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
      letters: { type: 'boolean', default: false },
      ...identityOptions,
    },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign export <slug>', 2);
  if (!isFormat(values.format)) throw new CommandError(`There is no format “${values.format}”: csv or jsonl`, 2);
  const { format, all, letters, out } = values;
  return withStore(async (opened) => {
    const { store, config } = opened;
    const id = await campaignId(store.read, slug);
    if (id === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
    await reapplyErasures(opened);
    const identities = await identitiesOf(values, config);
    if (!(await isSealedTo(store.read, identities)))
      throw new CommandError('Nothing is sealed to this identity: npx campaign keys list shows the keys that count.');
    const options = { campaign: { id, slug }, all, open: openSealed(store.read, identities) };
    const { left, what } = letters
      ? await pourInto(await exportedLetters(store.read, options), format, out)
      : await pourInto(await exportedSignatures(store.read, options), format, out);
    if (left > 0) process.stderr.write(`${left} of the ${what}s could not be opened and are not in the export.\n`);
    return left > 0 ? 1 : 0;
  });
}

const isFormat = (text: string): text is ExportFormat => text === 'csv' || text === 'jsonl';

/** @returns how many rows had to be left out, and what they are called */
async function pourInto<Row extends { id: number }>(
  rows: Exportable<Row>,
  format: ExportFormat,
  file: string | undefined,
): Promise<{ left: number; what: string }> {
  const { what } = rows;
  if (file === undefined) return { ...(await pour(rows, format, process.stdout)), what };
  const { left, written } = await writeWholeFile(file, (out) => pour(rows, format, out));
  if (process.stderr.isTTY) process.stderr.write(`${written} ${what}s written to ${file}.\n`);
  return { left, what };
}

async function pour<Row extends { id: number }>(
  rows: Exportable<Row>,
  format: ExportFormat,
  out: Writable,
): Promise<{ left: number; written: number }> {
  const done = { left: 0, written: 0 };
  // Where the data itself runs over the screen, a bar would stand in its way.
  const bar = progress('Rows', rows.total, out === process.stdout && process.stdout.isTTY ? noTerminal : undefined);
  try {
    await pipeline(async function* () {
      for await (const page of exportPages(rows, format)) {
        yield page.text;
        bar.advance(page.rows);
        done.left += page.unopened.length;
        done.written += page.rows - page.unopened.length;
        for (const { id, reason } of page.unopened) bar.say(`${rows.what} ${id} left out: ${reason}`);
      }
    }, out);
  } catch (error) {
    if (!isClosedPipe(error, out)) throw error;
  } finally {
    bar.done();
  }
  return done;
}
