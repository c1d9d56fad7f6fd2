import { basename } from 'node:path';
import {
  importSignatures,
  noneImported,
  previewImport,
  recognise,
  type Imported,
  type RecognisedSignature,
} from '../campaign/import-signatures.ts';
import { readConfig } from '../config.ts';
import { isoDay } from '../domain/clock.ts';
import { countryCodes } from '../domain/countries.ts';
import type { Origin } from '../domain/signature.ts';
import { signatureFields } from '../forms/signature-columns.ts';
import { readSignatureFile, type ReadSignatures } from '../forms/signature-file.ts';
import { openContext, type OpenContext } from '../open-context.ts';
import { campaignById } from '../store/campaigns.ts';
import { mapOf } from './column-map.ts';
import { CommandError, now, parseCommand } from './command.ts';
import { progress } from './progress.ts';
import { afterInterruption } from './stop-between.ts';
import { textOfFile } from './text-of-file.ts';

/** `import <slug> <file.csv> --origin paper|import`: signatures that were gathered elsewhere. Lines that cannot be read do not fail it. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: {
      origin: { type: 'string' },
      map: { type: 'string', multiple: true, default: [] },
      country: { type: 'string', default: '' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [slug, file] = positionals;
  if (slug === undefined || file === undefined || positionals.length > 2)
    throw new CommandError('Name a campaign and a file: npx campaign import <slug> <file.csv> --origin paper', 2);
  const { origin, country, 'dry-run': dryRun } = values;
  if (origin !== 'paper' && origin !== 'import')
    throw new CommandError('Say where they were gathered: --origin paper, or --origin import', 2);
  if (country !== '' && !countryCodes.includes(country))
    throw new CommandError('--country takes a code of two capitals, as in --country FR', 2);
  const map = mapOf(values.map, signatureFields, 'name="Signer"');
  const reading = { emailMayBeMissing: origin === 'paper', country, map, today: isoDay(now()) };
  const read = readSignatureFile(textOfFile(file), reading);
  if (read.outcome === 'unreadable') throw new CommandError(`${file}: ${read.reason}`);
  const done = await workOff(slug, origin, read, dryRun);
  if (values.json) process.stdout.write(`${JSON.stringify({ origin, dryRun, ...done, faulty: read.faulty })}\n`);
  else tell(basename(file), read, done, dryRun);
  return done.interrupted ? stoppedByHand : 0;
}

/** 128 and the number of SIGINT, as shells have it. */
const stoppedByHand = 130;

interface Done extends Imported {
  /** Lines with somebody who stands further up. */
  duplicates: number;
  interrupted: boolean;
}

async function workOff(
  slug: string,
  origin: Exclude<Origin, 'site'>,
  read: ReadSignatures,
  dryRun: boolean,
): Promise<Done> {
  const context = await openContext(readConfig(), now);
  try {
    const campaign = await openCampaign(context, slug);
    const recognised = recognise(campaign, read.signatures);
    if (recognised === undefined)
      throw new CommandError(`${slug} was closed for good: nobody could tell who has signed already.`);
    const steps = dryRun
      ? previewImport(context, campaign, recognised)
      : importSignatures(context, campaign, origin, recognised);
    const duplicates = read.signatures.length - recognised.length;
    return { ...(await sumOf(steps, recognised)), duplicates };
  } finally {
    await context.close();
  }
}

async function openCampaign(context: OpenContext, slug: string) {
  const campaign = context.campaigns.get(slug);
  if (campaign === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
  if ((await campaignById(context.store.read, campaign.id))?.emptied_at != null)
    throw new CommandError(`${slug} is over, and everything about its people was deleted: nobody can come any more.`);
  return campaign;
}

async function sumOf(
  steps: AsyncGenerator<Imported>,
  recognised: readonly RecognisedSignature[],
): Promise<Imported & { interrupted: boolean }> {
  const sum = noneImported();
  const bar = progress('Signatures', recognised.length);
  const stop = afterInterruption();
  try {
    for await (const counts of steps) {
      for (const what of Object.keys(counts) as (keyof Imported)[]) {
        sum[what] += counts[what];
        bar.advance(counts[what]);
      }
      if (stop.asked()) return { ...sum, interrupted: true };
    }
    return { ...sum, interrupted: false };
  } finally {
    stop.done();
    bar.done();
  }
}

/** More lines of one file tell nothing new on a screen; --json has all. */
const faultsShown = 20;

function tell(file: string, { signatures, faulty }: ReadSignatures, done: Done, dryRun: boolean): void {
  const lines: [number, string][] = [
    [done.imported, dryRun ? 'would come' : 'came in'],
    [done.duplicates, 'stand in the file more than once'],
    [done.alreadySigned, 'had signed already'],
    [done.waiting, 'wait for their own confirmation here: import the file again in a week'],
    [done.erased, 'had themselves deleted, and are left out'],
    [faulty.length, 'lines cannot be read'],
  ];
  process.stdout.write(`${file}: ${signatures.length + faulty.length} lines\n`);
  for (const [count, what] of lines)
    if (count > 0 || what === lines[0]?.[1]) process.stdout.write(`  ${count} ${what}\n`);
  for (const { line, reason } of faulty.slice(0, faultsShown)) process.stderr.write(`Line ${line}: ${reason}\n`);
  if (faulty.length > faultsShown)
    process.stderr.write(`And ${faulty.length - faultsShown} more lines: --json has all.\n`);
  if (done.interrupted)
    process.stderr.write('Stopped. Import the file again to go on: who is in is not counted twice.\n');
}
