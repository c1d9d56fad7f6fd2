import { expect, test } from 'vitest';
import { daySeconds } from '../../src/domain/clock.ts';
import { milestonesOf, type Course } from '../../src/domain/milestones.ts';
import { xmlText } from '../../src/domain/xml.ts';

const nothing = { received: 0, confirmed: 0, reinstated: 0, withdrawn: 0, invalidated: 0, erased: 0 };
const day = (at: number) => at * daySeconds;

const aCourse = (course: Partial<Course> = {}): Course => ({
  openedAt: day(100) + 3600,
  changedOn: [],
  goals: [10, 20, 100],
  days: [],
  handedOverAt: undefined,
  answer: undefined,
  closedAt: undefined,
  ...course,
});

test('a goal is reached once, on the first day that the count stood at it', () => {
  const days = [
    { at: day(101), ...nothing, confirmed: 9 },
    { at: day(102), ...nothing, confirmed: 12, withdrawn: 1 },
    { at: day(103), ...nothing, erased: 15 },
    { at: day(104), ...nothing, confirmed: 30 },
  ];
  expect(milestonesOf(aCourse({ days })).map(({ key, at }) => [key, at / daySeconds])).toEqual([
    ['goal-20', 102],
    ['goal-10', 102],
    ['opened', 100],
  ]);
});

test('what came of it is told last, an answer as of the handing over', () => {
  const course = aCourse({ changedOn: ['1970-05-01'], handedOverAt: '1970-06-01', answer: 'We will look into it.' });
  expect(milestonesOf(course).map(({ key }) => key)).toEqual(['answered', 'handed-over', 'text-1970-05-01', 'opened']);
});

test('whatever organizers write stays text in XML', () => {
  expect(xmlText('<b> & "ü" \u0000\u001F😀')).toBe('&#60;b&#62; &#38; &#34;ü&#34; 😀');
});
