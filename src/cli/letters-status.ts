import { queueStandings, roomIn, zoneIn, type QueueStanding } from '../campaign/queue-standing.ts';
import { isoTime } from '../domain/clock.ts';
import { campaignsFolder } from '../places.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';
import { campaignRow } from '../store/campaigns.ts';
import type { Sending } from '../store/fit-representatives.ts';
import { deliveryCounts, letterQueues, type LetterQueue } from '../store/letter-queue.ts';
import { CommandError, parseCommand, withStore, type OpenStore } from './command.ts';

/** `letters status <slug>`: where its letters are, and for each representative why those that wait do. No writer is named. */
export async function letterStatusCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign letters status <slug>', 2);
  const status = await withStore((open) => statusOf(open, slug));
  if (values.json) process.stdout.write(`${JSON.stringify(status)}\n`);
  else process.stdout.write(linesOf(slug, status));
  return 0;
}

interface Status {
  /** ISO time, to the hour; null while letters go. */
  pausedSince: string | null;
  counts: Record<string, number>;
  queues: { representative: number; name: string; waiting: number; since: string; zone: string; standing: string }[];
}

async function statusOf(open: OpenStore, slug: string): Promise<Status> {
  const { read } = open.store;
  const row = await campaignRow(read, slug);
  if (row === undefined) throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
  const pace = readCampaigns(campaignsFolder).find((campaign) => campaign.slug === slug)?.letter.pace;
  const sending = { real: open.config.smtpUrl !== undefined };
  const standingOf = await queueStandings(open, () => pace, sending);
  const queues = (await letterQueues(read)).filter(({ campaignId }) => campaignId === row.id);
  return {
    pausedSince: row.letters_paused_at === null ? null : isoTime(row.letters_paused_at),
    counts: await deliveryCounts(read, row.id),
    queues: await Promise.all(
      queues.map(async (queue) => ({
        representative: queue.representative.id,
        name: queue.representative.name,
        waiting: queue.waiting,
        since: isoTime(queue.oldestAt),
        zone: zoneIn(queue),
        standing: await wordsOf(open, sending, queue, standingOf(queue)),
      })),
    ),
  };
}

const sentences = {
  paused: 'held back by an organizer',
  'no-folder': 'its campaign’s folder is gone',
  'no-server': 'waits for a mail server: SMTP_URL is not set, and was before',
  hours: 'waits for office hours',
  unfit: 'cannot be written to by mail any more; a successor or the writer gets them',
} as const;

async function wordsOf(
  open: OpenStore,
  sending: Sending,
  queue: LetterQueue,
  standing: QueueStanding,
): Promise<string> {
  if (standing.may !== 'leave') return sentences[standing.because];
  const room = await roomIn(open.store.read, standing.pace, sending, queue, open.now());
  return room > 0 ? 'on its way within a minute' : 'as many as it may be have left this hour or today';
}

function linesOf(slug: string, { pausedSince, counts, queues }: Status): string {
  const states = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  const lines = [
    `${slug}  ${states.length === 0 ? 'no letters yet' : states.join(', ')}`,
    ...(pausedSince === null ? [] : [`Held back since ${pausedSince}: npx campaign letters resume ${slug}`]),
    ...queues.map(
      ({ representative, name, waiting, since, zone, standing }) =>
        `  ${String(waiting).padStart(5)} for ${name} (number ${representative}, ${zone}) since ${since}: ${standing}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
