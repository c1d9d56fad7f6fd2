import { exportedLetters } from '../campaign/export-letters.ts';
import { exportedSignatures } from '../campaign/export-signatures.ts';
import { isSealedTo } from '../campaign/check-identity.ts';
import { openSealed } from '../campaign/open-sealed.ts';
import type { OpenSealed } from '../campaign/export-pages.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { leftOutReasons, totalLeftOut, type LeftOut, type LeftOutReason } from '../domain/left-out.ts';
import { campaignId } from '../store/campaigns.ts';
import { CommandError, withStore, withVault, type OpenStore, type OpenVault } from './command.ts';
import { exportChoice, type ExportChoice } from './export-choice.ts';
import { layoutOfLetters, layoutOfSignatures } from './export-layout.ts';
import { logged, type ExportCount } from './export-log.ts';
import { pourPack } from './export-pack.ts';
import { keepMemoryFlat } from './flat-memory.ts';
import { identitiesOf } from './identity.ts';
import { refuseToOverwrite } from './new-file.ts';
import { pourExport } from './pour-export.ts';

type PackChoice = Extract<ExportChoice, { what: 'pack' }>;
type RowsChoice = Exclude<ExportChoice, PackChoice>;

/**
 * `export <slug>`: its signatures, or with `--letters` who wrote to whom. Nothing but data on stdout. A file appears whole or not at all.
 * Rows that cannot be opened are named on stderr and left out, and the exit code is 1; how many a format leaves out is told there too.
 */
export async function exportCommand(args: string[]): Promise<number> {
  const choice = exportChoice(args);
  const { out, force, plan } = choice;
  if (out === undefined && process.stdout.isTTY && plan.format === 'xlsx')
    throw new CommandError('An XLSX file is bytes: name a file with --out FILE, or pipe it on.', 2);
  if (out !== undefined) refuseToOverwrite(out, force);
  keepMemoryFlat();
  const { written, leftOut } = await (choice.what === 'pack'
    ? withVault((opened) => exportPack(opened, choice))
    : withStore((opened) => exportRows(opened, choice)));
  if (out !== undefined && process.stderr.isTTY)
    process.stderr.write(`${contents(choice, written)} written to ${out}.\n`);
  for (const line of linesOf(leftOut, plan.what === 'letters' ? 'letters' : 'signatures')) process.stderr.write(line);
  return leftOut.unopened === undefined ? 0 : 1;
}

/** What a file holds now. */
function contents({ what }: ExportChoice, written: number): string {
  const [one, several] = contentsOf[what];
  return `${written} ${written === 1 ? one : several}`;
}

const contentsOf: Record<ExportChoice['what'], [one: string, several: string]> = {
  signatures: ['signature', 'signatures'],
  letters: ['letter', 'letters'],
  pack: ['name', 'names'],
};

async function exportRows(opened: OpenStore, choice: RowsChoice): Promise<ExportCount> {
  const id = await found(opened, choice.slug);
  const open = await opener(opened, choice);
  return logged(opened, choice, (count) => pourRows(opened, choice, { id, open, count }));
}

async function exportPack(opened: OpenVault, choice: PackChoice): Promise<ExportCount> {
  const { slug, withNames } = choice;
  const id = await found(opened, slug);
  // Opened by an identity only where everybody is to be named: by itself a pack holds nothing that is sealed.
  const open = withNames ? await opener(opened, choice) : undefined;
  if (withNames) process.stderr.write(warning);
  return logged(opened, choice, (count) => pourPack(opened, { campaign: { id, slug }, to: choice, count, open }));
}

const warning =
  'This pack names everybody who signed, in public or not. Give it to nobody but those whom the petition is addressed to, and delete it then.\n';

/** @returns the campaign's number, once what a copy of the data brought back was erased again */
async function found(opened: OpenStore, slug: string): Promise<number> {
  const id = await campaignId(opened.store.read, slug);
  if (id === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
  await reapplyErasures(opened);
  return id;
}

async function opener({ store, config }: OpenStore, { values }: ExportChoice): Promise<OpenSealed> {
  const identities = await identitiesOf(values, config);
  if (!(await isSealedTo(store.read, identities)))
    throw new CommandError('Nothing is sealed to this identity: npx campaign keys list shows the keys that count.');
  return openSealed(store.read, identities);
}

async function pourRows(
  { store }: OpenStore,
  choice: RowsChoice,
  { id, open, count }: { id: number; open: OpenSealed; count: ExportCount },
): Promise<{ whole: boolean }> {
  const { slug, plan } = choice;
  const options = { campaign: { id, slug }, all: plan.all, open };
  if (choice.what === 'letters') {
    const layout = layoutOfLetters(choice.format, choice.fields);
    return pourExport(await exportedLetters(store.read, options), layout, { to: choice, count });
  }
  const layout = layoutOfSignatures(slug, choice.format, choice.fields, plan.purpose);
  return pourExport(await exportedSignatures(store.read, options), layout, { to: choice, count });
}

/** What is not in the export, and why. */
function linesOf({ unopened, ...others }: LeftOut, what: string): string[] {
  const lines = [];
  if (unopened !== undefined) lines.push(`${unopened} of the ${what} could not be opened and are not in the export.\n`);
  const reasons = leftOutReasons.flatMap((reason) =>
    reason === 'unopened' || others[reason] === undefined ? [] : [`${others[reason]} ${why[reason]}`],
  );
  if (reasons.length > 0)
    lines.push(`${totalLeftOut(others)} of the ${what} are not in the export: ${reasons.join(', ')}.\n`);
  return lines;
}

const why: Record<Exclude<LeftOutReason, 'unopened'>, string> = {
  unconfirmed: 'without a confirmed address',
  'no-consent': 'who did not ask for updates',
  'formula-address': 'with an address that a spreadsheet would run (add them by hand)',
};
