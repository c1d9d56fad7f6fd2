import { expect, test } from 'vitest';
import { lagFigures, openLedger } from '../../bench/confirmation-lag.ts';
import { assertMailedOnce } from '../../bench/mailed-once.ts';
import { lossesOf, type Rehearsal } from '../../bench/rehearsal-outcome.ts';
import { fullAt, peakFor, secondsOf, sharesOf, stepSeconds, viralDay } from '../../bench/viral-day.ts';

test('the day of a viral petition rises once, steeply, to the peak, and ebbs away longer than it rose', () => {
  for (const seconds of [60, 180, 600]) {
    const shares = sharesOf(seconds);
    const peak = shares.indexOf(Math.max(...shares));
    expect(shares).toHaveLength(seconds / stepSeconds);
    expect(Math.max(...shares)).toBe(1);
    expect(shares.slice(0, peak + 1)).toEqual(shares.slice(0, peak + 1).toSorted((a, b) => a - b));
    expect(shares.slice(peak)).toEqual(shares.slice(peak).toSorted((a, b) => b - a));
    expect(peak).toBeLessThan(shares.length / 2);
  }
});

test('twenty look for each that signs', () => {
  for (const { signatures, views } of viralDay(1000, 180)) expect(views).toBe(20 * signatures);
});

test('a machine is full with as many as take all of its time, those who only look included', () => {
  expect(fullAt({ signatures: 1000, views: 20_000 })).toBe(500);
  expect(fullAt({ signatures: 1000, views: 5000 })).toBe(200);
});

test('a peak can be chosen so that only so many people sign on the whole day', () => {
  const day = viralDay(peakFor(30_000, 180), 180);
  const people = day.reduce((sum, { signatures }) => sum + signatures * stepSeconds, 0);
  expect(people / 30_000).toBeCloseTo(1, 2);
});

test('a rehearsal takes a minute at least and half an hour at most', () => {
  expect(secondsOf(undefined)).toBe(180);
  expect(secondsOf('60')).toBe(60);
  for (const text of ['59', '1801', 'long', '']) expect(() => secondsOf(text)).toThrow(RangeError);
});

test('the lag is from the answer to the mail, for those who were answered in a step', () => {
  const ledger = openLedger(10);
  ledger.answered(1, 0, 10);
  ledger.answered(2, 0, 10);
  ledger.answered(3, 1, 15);
  ledger.arrived(1, 11);
  ledger.arrived(2, 14);
  ledger.arrived(3, 45);
  expect(ledger.lagOf(0)).toEqual({ middle: 1, p99: 4 });
  expect(ledger.lagOf(1)).toEqual({ middle: 30, p99: 30 });
  expect(ledger.lagOf(2)).toEqual({ middle: undefined, p99: undefined });
});

test('a mail that overtakes its answer took no time, and is not missing', () => {
  const ledger = openLedger(10);
  ledger.arrived(0, 1);
  ledger.answered(0, 0, 2);
  expect(ledger.lagOf(0).p99).toBe(0);
  expect(ledger.tally()).toEqual({ answered: 1, arrived: 1, missing: 0, twice: 0 });
});

test('the ledger tells who waits for a mail and who got two', () => {
  const ledger = openLedger(10);
  for (const signer of [4, 5, 6]) ledger.answered(signer, 0, 1);
  ledger.arrived(4, 2);
  ledger.arrived(4, 3);
  ledger.arrived(5, 3);
  expect(ledger.tally()).toEqual({ answered: 3, arrived: 2, missing: 1, twice: 1 });
  expect(() => ledger.arrived(10, 1)).toThrow(RangeError);
  expect(() => ledger.arrived(Number.NaN, 1)).toThrow(RangeError);
});

test('those who still wait have waited longest, so what is not known is not told', () => {
  const ledger = openLedger(10);
  for (const signer of [0, 1, 2]) ledger.answered(signer, 0, 1);
  ledger.arrived(0, 2);
  ledger.arrived(1, 3);
  expect(ledger.lagOf(0)).toEqual({ middle: 2, p99: undefined });
});

test('99 of 100 waited no longer than the figure says', () => {
  const lags = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(lagFigures(lags)).toEqual({ middle: 50, p99: 99 });
});

const aRehearsal = (changes: Partial<Rehearsal>): Rehearsal => ({
  machine: 'a machine',
  top: { signatures: 1, views: 1 },
  provider: 1,
  steps: [],
  drained: 0,
  rows: 102,
  answered: 100,
  arrived: 102,
  missing: 0,
  twice: 0,
  waiting: 0,
  bytes: 0,
  ...changes,
});

test('nobody is lost when some were stored who never heard of it, or wait for their mail', () => {
  expect(lossesOf(aRehearsal({}))).toEqual([]);
  expect(lossesOf(aRehearsal({ arrived: 90, missing: 11, waiting: 12 }))).toEqual([]);
});

test('a signature that is not stored, a mail that never left, and one that came twice are told', () => {
  expect(lossesOf(aRehearsal({ rows: 99 }))).toHaveLength(1);
  expect(lossesOf(aRehearsal({ arrived: 101, missing: 1 }))).toHaveLength(2);
  expect(lossesOf(aRehearsal({ twice: 1 }))).toHaveLength(1);
});

test('a 500 is told, a 503 that says when to come again is not', () => {
  const of = (wrong: number, busy: number): Rehearsal => {
    const answers = { answered: 1, busy, wrong, unanswered: 0, p99: 1 };
    const lag = { middle: 1, p99: 1 };
    return aRehearsal({
      steps: [{ asked: { signatures: 1, views: 1 }, seconds: 5, signing: answers, viewing: answers, lag }],
    });
  };
  expect(lossesOf(of(0, 7))).toEqual([]);
  expect(lossesOf(of(1, 0))).toHaveLength(1);
});

test('a mail that went out twice does not stand in for one that never did', () => {
  const expected = { owed: new Set(['ada', 'sam']), maybe: new Set(['cut off']) };
  const mailed = (to: Record<string, number>) => () => assertMailedOnce(new Map(Object.entries(to)), expected);
  expect(mailed({ ada: 1, sam: 1, 'cut off': 1 })).not.toThrow();
  expect(mailed({ ada: 2 })).toThrow('1 recipients have no mail, 1 have several, 0');
  expect(mailed({ ada: 1, sam: 1, eve: 1 })).toThrow('0 recipients have no mail, 0 have several, 1');
});
