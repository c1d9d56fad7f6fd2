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
      // One line's posts count for its neighbours only while it is let through itself.
      return (await wait(line, hashOf(key, networks.line))) || wait(site, hashOf(key, networks.site));
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
