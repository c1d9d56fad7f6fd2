import { unreadableEnd } from '../campaign/ending.ts';
import { previewRetention, retain, retained, retainTraces, type Retained } from '../campaign/retain.ts';
import { settingsInForce } from '../campaign/settings-in-force.ts';
import { campaignsFolder } from '../places.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';
import { campaignRow } from '../store/campaigns.ts';
import { CommandError, parseCommand, wipe, withStore } from './command.ts';
import { progress } from './progress.ts';

/** `retention [<slug>]`: deletes what campaign.yaml says is kept no longer. The server does the same each hour. */
export async function retentionCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const [slug] = positionals;
  const settings = readCampaigns(campaignsFolder).filter((campaign) => slug === undefined || campaign.slug === slug);
  if (positionals.length > 1)
    throw new CommandError('Name one campaign, or none for all: npx campaign retention [<slug>]', 2);
  if (slug !== undefined && settings.length === 0)
    throw new CommandError(
      `There is no folder of a campaign “${slug}”: its campaign.yaml says what is kept for how long.`,
    );
  const dryRun = values['dry-run'];
  const counts = await withStore(async (context) => {
    const { store } = context;
    const bar = progress(dryRun ? 'Looking' : 'Deleting');
    const done: [string, Retained][] = [];
    try {
      for (const campaign of settings) {
        const row = await campaignRow(store.read, campaign.slug);
        if (row === undefined) continue;
        const subject = { id: row.id, ...(await settingsInForce(store.read, campaign, row)) };
        const count = dryRun
          ? await previewRetention(context, subject)
          : await retain(context, subject, (gone) => bar.advance(gone));
        for (const setting of unreadableEnd(subject))
          bar.say(
            `${campaign.slug}: what an organizer has said of “${setting}” cannot be read, so nothing is deleted at the campaign’s end until it is set anew.`,
          );
        done.push([campaign.slug, count]);
      }
      if (!dryRun) {
        await retainTraces(context);
        wipe(store);
      }
    } finally {
      bar.done();
    }
    return done;
  });
  if (values.json) process.stdout.write(`${JSON.stringify(Object.fromEntries(counts))}\n`);
  else for (const [campaign, count] of counts) process.stdout.write(linesOf(campaign, count, dryRun));
  return 0;
}

function linesOf(campaign: string, counts: Retained, dryRun: boolean): string {
  const lines = retained.filter((what) => counts[what] > 0).map((what) => `  ${counts[what]} ${what}\n`);
  if (lines.length === 0) return `${campaign}: nothing is kept longer than it may be.\n`;
  return `${campaign}: ${dryRun ? 'would delete' : 'deleted'}\n${lines.join('')}`;
}
