import { retain, retainTraces, retained } from './campaign/retain.ts';
import { refreshCampaign } from './campaign/start-campaign.ts';
import type { Log } from './log.ts';
import type { OpenContext } from './open-context.ts';

const noticeMilliseconds = 1000;
const shredMilliseconds = 60_000;
const retainMilliseconds = 3_600_000;

/**
 * What happens by the clock: noticing what commands have written beside us each second, wiping what was deleted out
 * of the write-ahead log each minute, forgetting what is kept no longer each hour.
 * @returns the way to stop
 */
export function startClock(site: OpenContext & { pages: { clear(): void } }, log: Log): () => void {
  let deleted = false;
  const unlisten = site.store.onChange((changes) => {
    if (changes.has('shredded')) deleted = true;
  });
  const notice = (): void => {
    if (!site.store.changedElsewhere()) return;
    site.keyring.renew();
    site.pages.clear();
    for (const campaign of site.campaigns.values())
      refreshCampaign(site, campaign).catch(() => log.error('a campaign could not be read again'));
  };
  const shred = (): void => {
    if (deleted) deleted = !site.store.shred();
  };
  const forget = (): void =>
    void forgetWhatIsDue(site, log).catch(() => log.error('retention failed; tried again in an hour'));
  forget();
  const timers = [
    setInterval(notice, noticeMilliseconds),
    setInterval(shred, shredMilliseconds),
    setInterval(forget, retainMilliseconds),
  ];
  return () => {
    timers.forEach((timer) => clearInterval(timer));
    unlisten();
    shred();
  };
}

async function forgetWhatIsDue(site: OpenContext, log: Log): Promise<void> {
  for (const campaign of site.campaigns.values()) {
    const counts = await retain(site, campaign);
    if (retained.some((what) => counts[what] > 0))
      log.info('deleted by retention', { campaign: campaign.id, ...counts });
  }
  await retainTraces(site);
}
