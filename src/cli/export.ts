import { exportedLetters } from '../campaign/export-letters.ts';
import { exportedSignatures } from '../campaign/export-signatures.ts';
import { isSealedTo } from '../campaign/check-identity.ts';
import { openSealed } from '../campaign/open-sealed.ts';
import type { OpenSealed } from '../campaign/export-pages.ts';
import { reapplyErasures } from '../campaign/reapply-erasures.ts';
import { totalLeftOut, type LeftOut } from '../domain/left-out.ts';
import { campaignId } from '../store/campaigns.ts';
import { CommandError, withStore, type OpenStore } from './command.ts';
import { exportChoice, type ExportChoice } from './export-choice.ts';
import { layoutOfLetters, layoutOfSignatures } from './export-layout.ts';
import { logged, type ExportCount } from './export-log.ts';
import { identitiesOf } from './identity.ts';
import { pourExport } from './pour-export.ts';

/**
 * `export <slug>`: its signatures, or with `--letters` who wrote to whom. Nothing but data on stdout. A file appears whole or not at all.
 * Rows that cannot be opened are named on stderr and left out, and the exit code is 1; how many a format leaves out is told there too.
 */
export async function exportCommand(args: string[]): Promise<number> {
  const choice = exportChoice(args);
  const { slug, out, plan } = choice;
  if (out === undefined && process.stdout.isTTY && plan.format === 'xlsx')
    throw new CommandError('An XLSX file is bytes: name a file with --out FILE, or pipe it on.', 2);
  return withStore(async (opened) => {
    const id = await campaignId(opened.store.read, slug);
    if (id === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
    await reapplyErasures(opened);
    const open = await opener(opened, choice);
    const said = out === undefined ? 'what was written so far is not whole.' : undefined;
    const { leftOut } = await logged(opened, { slug, plan, said }, (count) =>
      pourChosen(opened, choice, { id, open, count }),
    );
    for (const line of linesOf(leftOut, plan.what)) process.stderr.write(line);
    return leftOut.unopened === undefined ? 0 : 1;
  });
}

async function opener({ store, config }: OpenStore, { values }: ExportChoice): Promise<OpenSealed> {
  const identities = await identitiesOf(values, config);
  if (!(await isSealedTo(store.read, identities)))
    throw new CommandError('Nothing is sealed to this identity: npx campaign keys list shows the keys that count.');
  return openSealed(store.read, identities);
}

async function pourChosen(
  { store }: OpenStore,
  choice: ExportChoice,
  { id, open, count }: { id: number; open: OpenSealed; count: ExportCount },
): Promise<{ whole: boolean }> {
  const { slug, out, plan } = choice;
  const options = { campaign: { id, slug }, all: plan.all, open };
  if (choice.what === 'letters')
    return pourExport(await exportedLetters(store.read, options), layoutOfLetters(choice.format, choice.fields), {
      out,
      count,
    });
  if (choice.what === 'signatures')
    return pourExport(
      await exportedSignatures(store.read, options),
      layoutOfSignatures(slug, choice.format, choice.fields),
      { out, count },
    );
  throw new Error('pack');
}

/** What is not in the export, and why. */
function linesOf({ unopened, ...others }: LeftOut, what: string): string[] {
  const lines = [];
  if (unopened !== undefined) lines.push(`${unopened} of the ${what} could not be opened and are not in the export.\n`);
  if (totalLeftOut(others) > 0) {
    const reasons = (Object.keys(others) as (keyof typeof others)[]).map(
      (reason) => `${others[reason]} ${why[reason]}`,
    );
    lines.push(`${totalLeftOut(others)} of the ${what} are not in the export: ${reasons.join(', ')}.\n`);
  }
  return lines;
}

const why: Record<Exclude<keyof LeftOut, 'unopened'>, string> = {
  unconfirmed: 'did not confirm',
  'no-consent': 'did not ask for updates',
  'formula-address': 'have an address that a spreadsheet would run (add them by hand)',
};
