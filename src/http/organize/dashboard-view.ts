import { hourSeconds, toHour } from '../../domain/clock.ts';
import { delayWithin, type Delay } from '../../domain/delay.ts';
import { forecast } from '../../domain/forecast.ts';
import { gainsByDay, periodsOf, wholeHistory, type EventCount } from '../../domain/history.ts';
import type { MailOutcome } from '../../domain/message.ts';
import type { Origin, SignatureEvent, SignatureState } from '../../domain/signature.ts';
import type { DashboardView } from '../../organize-views.ts';
import { closingTime, nextGoal, type Campaign } from '../../settings/campaign.ts';
import type { SourceCount } from '../../store/signature-figures.ts';

/** As many as are read at a glance; what follows is summed up. */
export const mostRows = 20;

/** Three days: a morning is seen beside the morning before. */
export const shownHours = 72;

/** What was read for it. */
interface Read {
  settings: Campaign;
  closed: boolean;
  /** In seconds. */
  now: number;
  signatures: ReadSignatures;
  letters: DashboardView['letters'];
  mail: {
    waiting: number;
    oldestAt: number | undefined;
    outcomes: { outcome: MailOutcome; reason: string; count: number }[];
  };
}

interface ReadSignatures {
  counts: Record<SignatureState, number>;
  origins: Record<Origin, number>;
  days: EventCount[];
  hours: EventCount[];
  /** The most first. */
  countries: { country: string; count: number }[];
  sources: SourceCount[];
  delays: Delay[];
}

/** Turns what was read into what is shown. */
export function dashboardView(
  read: Read,
): Pick<DashboardView, 'signatures' | 'hours' | 'history' | 'countries' | 'sources' | 'letters' | 'mail'> {
  const { now, signatures, letters } = read;
  const received = totalOf(signatures.days, 'received');
  return {
    signatures: signatureFigures(read, received),
    hours: periodsOf(signatures.hours, {
      from: toHour(now) - (shownHours - 1) * hourSeconds,
      now,
      seconds: hourSeconds,
    }),
    history: wholeHistory(signatures.days, now),
    countries: topCountries(signatures.countries),
    sources: topSources(signatures.sources, received, signatures.counts.confirmed),
    letters,
    mail: mailFigures(read),
  };
}

function signatureFigures(
  { settings, closed, now, signatures: { counts, origins, days, delays } }: Read,
  received: number,
): DashboardView['signatures'] {
  const half = delayWithin(delays, 0.5);
  const most = delayWithin(delays, 0.9);
  const goal = nextGoal(settings, counts.confirmed);
  return {
    counts,
    elsewhere: { paper: origins.paper, import: origins.import },
    received,
    // Whoever withdraws and signs again confirms twice.
    rate: received === 0 ? undefined : Math.min(1, totalOf(days, 'confirmed') / received),
    delay: half === undefined || most === undefined ? undefined : { half, most },
    goal,
    forecast: closed
      ? undefined
      : forecast({ count: counts.confirmed, goal, gains: gainsByDay(days, now), now, closesAt: closingTime(settings) }),
  };
}

const totalOf = (events: readonly EventCount[], event: SignatureEvent): number =>
  events.reduce((sum, row) => sum + (row.event === event ? row.count : 0), 0);

function topCountries(countries: { country: string; count: number }[]): DashboardView['countries'] {
  const others = countries.slice(mostRows);
  const count = others.reduce((sum, row) => sum + row.count, 0);
  return { rows: countries.slice(0, mostRows), others: { countries: others.length, count } };
}

/** The codes that hardly anybody came by, and those past the most, are summed up. Whoever came without a code is a row of their own. */
function topSources(rows: SourceCount[], received: number, confirmed: number): DashboardView['sources'] {
  const sum = (name: 'received' | 'confirmed'): number => rows.reduce((total, row) => total + row[name], 0);
  const rest = (total: number, shown: number): number => Math.max(0, total - shown);
  return {
    rows,
    others: {
      source: '',
      received: rest(received, sum('received')),
      confirmed: rest(confirmed, sum('confirmed')),
    },
  };
}

function mailFigures({ now, mail: { waiting, oldestAt, outcomes } }: Read): DashboardView['mail'] {
  const troubles = new Map<string, DashboardView['mail']['troubles'][number]>();
  let sent = 0;
  for (const { outcome, reason, count } of outcomes) {
    if (outcome === 'sent') {
      sent += count;
      continue;
    }
    const trouble = troubles.get(reason) ?? { reason, putOff: 0, failed: 0 };
    troubles.set(reason, trouble);
    trouble[outcome === 'failed' ? 'failed' : 'putOff'] += count;
  }
  return {
    waiting,
    oldestMinutes: oldestAt === undefined ? undefined : Math.max(0, Math.floor((now - oldestAt) / 60)),
    sent,
    troubles: [...troubles.values()].slice(0, mostRows),
  };
}
