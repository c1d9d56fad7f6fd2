import { expect, test } from 'vitest';
import { openLags } from '../../bench/lags.ts';
import { viralDay } from '../../bench/viral-day.ts';

test('a viral day rises to its peak and falls, twenty look where one signs, and the machine of the rehearsal is not asked for more than it gives', () => {
  const day = viralDay(1000, 100, 15_000);
  expect(day.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(100);
  const signing = day.map((step) => step.signing);
  expect(Math.max(...signing)).toBe(1000);
  expect(signing.indexOf(1000)).toBeGreaterThan(4);
  expect([signing[0], signing.at(-1)]).toEqual([20, 40]);
  expect(day[3]).toMatchObject({ signing: 100, looking: 2000 });
  expect(Math.max(...day.map(({ looking }) => looking))).toBe(15_000);
});

test('how long a mail took counts from its answer, in whichever order both are heard of; one that is missing or comes twice is told', () => {
  let clock = 0;
  const lags = openLags(() => clock);
  lags.answered('sam@example.org', 0);
  clock = 1500;
  lags.arrived('sam@example.org');
  lags.arrived('pat@example.org');
  clock = 1600;
  lags.answered('pat@example.org', 0);
  expect(lags.of(0)).toEqual({ half: 1.5, most: 1.5 });
  expect([lags.missing(), lags.twice()]).toEqual([0, 0]);
  lags.arrived('sam@example.org');
  lags.answered('kim@example.org', 1);
  expect([lags.missing(), lags.twice()]).toEqual([1, 1]);
  expect(lags.of(1)).toEqual({ half: 0, most: 0 });
});
