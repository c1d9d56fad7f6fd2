import { seedSignatures } from '../campaign/seed.ts';
import { readConfig } from '../config.ts';
import { openContext } from '../open-context.ts';
import { signatureCounts } from '../store/signatures.ts';
import { CommandError, now, parseCommand } from './command.ts';
import { progress } from './progress.ts';

/** `seed <slug> --signatures N`: made-up signatures, to try things at size. Never into a campaign with real ones. */
export async function seedCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { signatures: { type: 'string' }, yes: { type: 'boolean', default: false } },
  });
  const [slug] = positionals;
  const count = Number(values.signatures);
  if (slug === undefined || positionals.length > 1 || !Number.isSafeInteger(count) || count < 1)
    throw new CommandError('Say where and how many: npx campaign seed <slug> --signatures 100000', 2);
  const config = readConfig();
  if (config.smtpUrl !== undefined)
    throw new CommandError('SMTP_URL is set, so this is no trial: made-up signatures would stand among real ones.');
  const context = await openContext(config, now);
  const bar = progress('Signatures', count);
  try {
    const campaign = context.campaigns.get(slug);
    if (campaign === undefined) throw new CommandError(`There is no campaign “${slug}”.`);
    if (campaign.indexOf === undefined) throw new CommandError(`${slug} was closed for good.`);
    const { confirmed } = await signatureCounts(context.store.read, campaign.id);
    if (confirmed > 0 && !values.yes)
      throw new CommandError(`${slug} has ${confirmed} signatures already: say --yes to put made-up ones among them.`);
    for await (const seeded of seedSignatures(context, campaign, count)) bar.advance(seeded);
  } finally {
    bar.done();
    await context.close();
  }
  process.stdout.write(`${count} made-up signatures are in ${slug}.\n`);
  return 0;
}
