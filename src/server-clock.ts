import { askForAnswers } from './campaign/ask-for-answers.ts';
import { endingOf } from './campaign/ending.ts';
import { retain, retainTraces, retained } from './campaign/retain.ts';
import { refreshCampaign } from './campaign/start-campaign.ts';
import type { Log } from './log.ts';
import type { OpenContext } from './open-context.ts';
import { campaignById } from './store/campaigns.ts';

const noticeMilliseconds = 1000;
const wipeMilliseconds = 60_000;
const retainMilliseconds = 3_600_000;
const askMilliseconds = 3_600_000;

type Site = OpenContext & { pages: { clear(): void } };

/**
 * What happens by the clock: noticing each second what commands and other servers have written, wiping what was deleted
 * out of the write-ahead log each minute, forgetting what is kept no longer and asking writers for answers each hour.
 * @returns the way to stop; resolves once nothing of this is under way
 */
export function startClock(site: Site, log: Log): () => Promise<void> {
  // Of whoever ran here before and died, too.
  let deleted = true;
  const unlisten = site.store.onChange((changes) => {
    if (changes.has('shredded')) deleted = true;
  });
  const wipe = (): void => {
    if (deleted) deleted = !site.store.shred();
  };
  const notice = async (): Promise<void> => {
    if (!site.store.changedElsewhere()) return;
    // A command may have deleted something while it could not wipe it.
    deleted = true;
    site.pages.clear();
    await site.keyring.recheck();
    for (const campaign of site.campaigns.values()) await refreshCampaign(site, campaign);
  };
  const works = [
    repeat(log, 'noticing others', noticeMilliseconds, notice),
    repeat(log, 'wiping', wipeMilliseconds, wipe),
    repeat(log, 'retention', retainMilliseconds, () => forgetWhatIsDue(site, log), { atOnce: true }),
    repeat(log, 'asking for answers', askMilliseconds, () => askWritersWhoAreDue(site, log), { atOnce: true }),
  ];
  return async () => {
    await Promise.all(works.map((stop) => stop()));
    unlisten();
    wipe();
  };
}

/** Never twice at once, and whatever goes wrong is logged and tried again. */
function repeat(
  log: Log,
  what: string,
  milliseconds: number,
  work: () => Promise<void> | void,
  { atOnce = false } = {},
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= (async () => {
      try {
        await work();
      } catch (error) {
        log.error(`${what} failed; tried again later`, { error: error instanceof Error ? error.name : 'unknown' });
      }
      running = undefined;
    })();
  };
  const timer = setInterval(run, milliseconds);
  if (atOnce) run();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function forgetWhatIsDue(site: OpenContext, log: Log): Promise<void> {
  for (const campaign of site.campaigns.values()) {
    const counts = await retain(site, campaign);
    if (retained.some((what) => counts[what] > 0))
      log.info('deleted by retention', { campaign: campaign.id, ...counts });
    const row = await campaignById(site.store.read, campaign.id);
    if (row?.emptied_at === null && endingOf(campaign.settings, row, site.now()) === 'soon')
      log.info('all signatures and letters of a campaign are deleted within a week', { campaign: campaign.id });
  }
  await retainTraces(site);
}

async function askWritersWhoAreDue(site: OpenContext, log: Log): Promise<void> {
  for (const campaign of site.campaigns.values()) {
    const writers = await askForAnswers(site, campaign);
    if (writers > 0) log.info('asked writers whether there was an answer', { campaign: campaign.id, writers });
  }
}
