import { answerCounts } from '../store/answers.ts';
import { campaignId } from '../store/campaigns.ts';
import { CommandError, parseCommand, withStore } from './command.ts';

/** `answers <slug>`: what writers say came of their letters, by representative. */
export async function answersCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign answers <slug>', 2);
  const counts = await withStore(async ({ store: { read } }) => {
    const id = await campaignId(read, slug);
    if (id === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
    return answerCounts(read, id);
  });
  if (values.json) process.stdout.write(`${JSON.stringify(counts)}\n`);
  else if (counts.length === 0) process.stdout.write('No letter has gone out yet.\n');
  else
    for (const { representative, area, sent, asked, yes, no } of counts)
      process.stdout.write(
        `${representative}${area === '' ? '' : ` (${area})`}  ${sent} sent, ${asked} asked, ${yes} yes, ${no} no\n`,
      );
  return 0;
}
