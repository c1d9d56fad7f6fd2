import { askForAnswers } from './campaign/ask-for-answers.ts';
import type { RunningCampaign } from './campaign/context.ts';
import { endingOf } from './campaign/ending.ts';
import { releaseLetters } from './campaign/release-letters.ts';
import { giveUpLetters } from './campaign/give-up-letters.ts';
import { retain, retainTraces, retained } from './campaign/retain.ts';
import { retainTags } from './campaign/retain-tags.ts';
import { refreshCampaign } from './campaign/start-campaign.ts';
import { workInvalidations } from './campaign/work-invalidations.ts';
import { daySeconds, toHour, type Clock } from './domain/clock.ts';
import { longestMailDelayDays } from './domain/limits.ts';
import type { Log } from './log.ts';
import { longestWaitSeconds } from './mail/backoff.ts';
import { claimSeconds } from './mail/line.ts';
import type { OpenContext } from './open-context.ts';
import { openSteadyClock } from './steady-clock.ts';
import { campaignById } from './store/campaigns.ts';
import { boundWaits } from './store/claims.ts';
import type { Sending } from './store/fit-representatives.ts';
import { joinLate } from './store/letter-queue.ts';
import { troubleOf } from './store/writer.ts';

const noticeMilliseconds = 1000;
const wipeMilliseconds = 60_000;
const retainMilliseconds = 3_600_000;
/** Letters leave evenly, by the minute; one that was put off is tried again in seconds. */
const releaseMilliseconds = 5000;
const askMilliseconds = 3_600_000;
/** They run when they are made; this is for those that a process left behind, or that something went wrong with. */
const invalidateMilliseconds = 10_000;

/** After the clock was set back, mails that were put off or claimed before wait for no longer than this. */
const boundMilliseconds = 60_000;

type Site = OpenContext & { pages: { clear(): void }; sending: Sending };

/**
 * What happens by the clock: letters leaving their queues each minute and whenever one joins, noticing each second what
 * commands and other servers have written, wiping what was deleted out of the write-ahead log each minute, forgetting what is
 * kept no longer and asking writers for answers each hour, taking signatures out of the count or putting them back when an organizer
 * says so. Of several servers on one database the leader alone does what would otherwise be done several times over.
 * @param stopwatch for tests
 * @returns the way to stop; resolves once nothing of this is under way
 */
export function startClock(site: Site, log: Log, stopwatch?: Clock): () => Promise<void> {
  const isSteady = openSteadyClock(site.now, stopwatch);
  // Of whoever ran here before and died, too.
  let deleted = true;
  const wipe = (): void => {
    if (deleted) deleted = !site.store.shred();
  };
  const notice = async (): Promise<void> => {
    if (!site.store.changedElsewhere() && !site.keyPlaces.changedHere()) return;
    // A command may have deleted something while it could not wipe it, or let letters go on.
    deleted = true;
    releasing.run();
    invalidating.run();
    try {
      for (const campaign of site.campaigns.values()) await refreshAndTell(site, campaign, log);
      await site.keyPlaces.look();
    } finally {
      // Afterwards: a page that is made meanwhile still shows what held before.
      site.pages.clear();
    }
    await site.keyring.recheck();
  };
  // Of several servers on one database one alone does this; the others would only wait for it.
  const leading =
    (work: () => Promise<unknown>): (() => Promise<unknown>) =>
    async () =>
      leadership.leads() ? work() : undefined;
  const releasing = repeat(
    log,
    'releasing letters',
    releaseMilliseconds,
    leading(() => releaseLetters(site, site.sending)),
  );
  const retaining = repeat(
    log,
    'retention',
    retainMilliseconds,
    leading(async () => {
      if (isSteady()) await forgetWhatIsDue(site, log);
      else log.info('the clock was set ahead: nothing is deleted before a day has passed');
    }),
  );
  let stopping = false;
  const invalidating = repeat(
    log,
    'invalidations',
    invalidateMilliseconds,
    leading(() => workInvalidations(site, () => stopping)),
  );
  const asking = repeat(
    log,
    'asking for answers',
    askMilliseconds,
    leading(() => askWritersWhoAreDue(site, log)),
  );
  const bounding = repeat(
    log,
    'bounding waits',
    boundMilliseconds,
    leading(() =>
      site.store.write(
        (writing) =>
          boundWaits(writing, {
            now: site.now(),
            longest: longestWaitSeconds,
            longestUntried: longestMailDelayDays * daySeconds,
            leaseSeconds: claimSeconds,
          }),
        'soon',
      ),
    ),
  );
  const runAll = (): void => [releasing, retaining, asking, invalidating].forEach((work) => work.run());
  const leadership = site.store.standForLeader(runAll);
  const works = [
    releasing,
    repeat(log, 'noticing others', noticeMilliseconds, notice),
    repeat(log, 'wiping', wipeMilliseconds, wipe),
    retaining,
    asking,
    invalidating,
    bounding,
  ];
  const unlisten = site.store.onChange((changes) => {
    if (changes.has('shredded')) deleted = true;
    if (changes.has('invalidations')) invalidating.run();
    // What is paced leaves by the clock.
    if (changes.has('letters') && !site.sending.real) releasing.run();
  });
  runAll();
  return async () => {
    stopping = true;
    unlisten();
    await Promise.all(works.map((work) => work.stop()));
    await leadership.stop();
    wipe();
  };
}

interface Repeated {
  /** At once; or, where it is under way, once more when it is done. */
  run(): void;
  /** Resolves once it is not under way any more. */
  stop(): Promise<void>;
}

/** Never twice at once, and whatever goes wrong is logged and tried again. */
function repeat(log: Log, what: string, milliseconds: number, work: () => Promise<unknown> | void): Repeated {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const runToEnd = async (): Promise<void> => {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        log.error(`${what} failed; tried again later`, {
          error: error instanceof Error ? error.name : 'unknown',
          trouble: troubleOf(error),
        });
      }
    } while (again);
    running = undefined;
  };
  const run = (): void => {
    // Another work that is not done yet, or becoming the leader just now, may still ask for it.
    if (stopped) return;
    again = running !== undefined;
    running ??= runToEnd();
  };
  const timer = setInterval(run, milliseconds);
  return {
    run,
    stop: async () => {
      clearInterval(timer);
      stopped = true;
      again = false;
      await running;
    },
  };
}

/** A damaged row is said once, and not each second. */
async function refreshAndTell(site: OpenContext, campaign: RunningCampaign, log: Log): Promise<void> {
  const known = campaign.unreadable;
  await refreshCampaign(site, campaign);
  tellUnreadable({ ...campaign, unreadable: campaign.unreadable.filter((setting) => !known.includes(setting)) }, log);
}

/** What cannot be read is left out; whoever looks after the server should know. */
export const tellUnreadable = ({ id, unreadable }: Pick<RunningCampaign, 'id' | 'unreadable'>, log: Log): void =>
  unreadable.forEach((setting) =>
    log.error('a changed setting cannot be read; campaign.yaml counts', { campaign: id, setting }),
  );

async function forgetWhatIsDue(site: OpenContext, log: Log): Promise<void> {
  await site.store.write((writing) => joinLate(writing, toHour(site.now())));
  for (const campaign of site.campaigns.values()) {
    const returned = await giveUpLetters(site, campaign);
    if (returned > 0)
      log.info('letters that waited too long went back to their writers', { campaign: campaign.id, returned });
    const counts = await retain(site, campaign);
    if (retained.some((what) => counts[what] > 0))
      log.info('deleted by retention', { campaign: campaign.id, ...counts });
    const row = await campaignById(site.store.read, campaign.id);
    if (row?.emptied_at === null && endingOf(campaign, row, site.now()) === 'soon')
      log.info('all signatures and letters of a campaign are deleted within a week', { campaign: campaign.id });
  }
  await retainTraces(site);
  await retainTags(site);
}

async function askWritersWhoAreDue(site: OpenContext, log: Log): Promise<void> {
  for (const campaign of site.campaigns.values()) {
    const writers = await askForAnswers(site, campaign);
    if (writers > 0) log.info('asked writers whether there was an answer', { campaign: campaign.id, writers });
  }
}
