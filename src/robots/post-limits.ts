import { createHmac } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { postsByNetwork, type Gate } from '../domain/limits.ts';
import { networksOf } from '../domain/network.ts';
import type { Key } from '../vault/seal.ts';
import { openDailyKey } from './daily-key.ts';
import { openWindowCount, type WindowCount } from './window-count.ts';

export interface PostLimits {
  /** Counts one more request from an address. @returns for how many seconds its network has to wait, 0 if this one is let through */
  take(gate: Gate, address: string): Promise<number>;
}

const minuteSeconds = 60;
const hourSeconds = 3600;
/** For each of the sixteen windows; about 4 MB when full. */
const mostKeys = 20_000;
/** 2^72 of them: two networks of one day do not share one. */
const keyBytes = 9;

/** Counts what each network asks for, in bursts and over an hour. Networks are kept only as a hash by the day's key. */
export function openPostLimits(now: Clock): PostLimits {
  const dailyKey = openDailyKey(now);
  const counts = {
    form: openCounts('form'),
    link: openCounts('link'),
    workless: openCounts('workless'),
    challenge: openCounts('challenge'),
  } satisfies Record<Gate, unknown>;
  return {
    take: async (gate, address) => {
      const networks = networksOf(address);
      if (networks === undefined) return 0;
      const key = dailyKey();
      const { line, site } = counts[gate];
      const [ofLine, ofSite] = [hashOf(key, networks.line), hashOf(key, networks.site)];
      // Asked first, and counted last: a site that is refused must not push out whom else we know by the 65,536 lines that it has, and
      // one line's posts count for its neighbours only while it is let through itself.
      return (await shut(site, ofSite)) || (await wait(line, ofLine)) || wait(site, ofSite);
    },
  };
}

/** First the burst, then what is sustained: what is refused by one does not count in the next. */
async function wait(counts: readonly WindowCount[], key: string): Promise<number> {
  for (const count of counts) {
    const seconds = await count.take(key);
    if (seconds > 0) return seconds;
  }
  return 0;
}

/** The same, where nothing is counted. */
async function shut(counts: readonly WindowCount[], key: string): Promise<number> {
  for (const count of counts) {
    const seconds = await count.secondsShut(key);
    if (seconds > 0) return seconds;
  }
  return 0;
}

const openCounts = (gate: Gate) => {
  const { line, site } = postsByNetwork[gate];
  const both = ({ aMinute, anHour }: { aMinute: number; anHour: number }): WindowCount[] => [
    openWindowCount({ most: aMinute, seconds: minuteSeconds }, mostKeys),
    openWindowCount({ most: anHour, seconds: hourSeconds }, mostKeys),
  ];
  return { line: both(line), site: both(site) };
};

const hashOf = (key: Key, network: string): string =>
  createHmac('sha256', key).update(network).digest().toString('latin1', 0, keyBytes);
