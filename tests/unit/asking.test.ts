import { expect, test } from 'vitest';
import { toAskAbout, type AskedDelivery } from '../../src/domain/asking.ts';
import { daySeconds } from '../../src/domain/clock.ts';

const written = Date.parse('2026-11-23T12:00:00Z') / 1000;
const onDay = (day: number): number => written + day * daySeconds;

const aDelivery = (id: number, sentOn: number | undefined, changes: Partial<AskedDelivery> = {}): AskedDelivery => ({
  id,
  state: sentOn === undefined ? 'queued' : 'sent',
  settledAt: sentOn === undefined ? null : onDay(sentOn),
  askedAt: null,
  queuedAt: 0,
  ...changes,
});

const asked = (deliveries: AskedDelivery[], day: number, letterTextDays = 28) =>
  toAskAbout(deliveries, { createdAt: written, letterTextDays, now: onDay(day) });

test('a writer is asked two weeks after the letter was sent, and not a second before', () => {
  expect(asked([aDelivery(1, 0)], 14 - 1 / daySeconds)).toEqual([]);
  expect(asked([aDelivery(1, 0)], 14)).toEqual([1]);
});

test('the mail waits for whoever got the letter last, or has not got it yet', () => {
  const late = [aDelivery(1, 0), aDelivery(2, 5)];
  expect([asked(late, 18), asked(late, 19)]).toEqual([[], [1, 2]]);
  expect(asked([aDelivery(1, 0), aDelivery(2, undefined)], 25)).toEqual([]);
});

test('nor for what the writer was to take there, and perhaps never did', () => {
  expect(asked([aDelivery(1, 0), aDelivery(2, undefined, { queuedAt: null })], 14)).toEqual([1]);
});

test('but not until the letter’s text, and with it the writer’s address, is gone', () => {
  const late = [aDelivery(1, 0), aDelivery(2, 20), aDelivery(3, undefined)];
  expect([asked(late, 25), asked(late, 26)]).toEqual([[], [1, 2]]);
  expect(asked([aDelivery(1, 0), aDelivery(2, 5)], 15, 17)).toEqual([1, 2]);
});

test('nobody is asked twice about a letter, nor about one that did not arrive', () => {
  expect(asked([aDelivery(1, 0, { askedAt: onDay(14) }), aDelivery(2, 10)], 25)).toEqual([]);
  const failed = (['failed', 'bounced', 'repeated'] as const).map((state, at) => aDelivery(at + 1, 0, { state }));
  expect(asked(failed, 20)).toEqual([]);
  expect(asked([...failed, aDelivery(4, 0)], 20)).toEqual([4]);
});
