import { expect, test } from 'vitest';
import { columnMapOf, saidOf } from '../../src/cli/recipients-options.ts';

const none = { 'no-sending': false };

test('What the organizer says is passed on, and nothing else', () => {
  expect(saidOf(none)).toEqual({});
  const said = { id: 'us-congress', title: 'T', source: 'S', licence: 'L', country: 'FR' };
  const dated = { 'as-of': '2026-11-23', 'time-zone': 'Europe/Paris', 'no-sending': true };
  expect(saidOf({ ...said, ...dated })).toEqual({
    ...said,
    asOf: '2026-11-23',
    timeZone: 'Europe/Paris',
    usableForSending: false,
  });
  expect(saidOf({ ...none, country: '*' })).toEqual({ country: '*' });
});

test.each([
  { id: 'My House' },
  { id: '' },
  { 'as-of': '1.2.2026' },
  { 'as-of': '2026' },
  { 'as-of': '2026-02-30' },
  { country: 'UK' },
  { country: 'fr' },
  { country: 'France' },
  { 'time-zone': 'Mars/Base' },
  { 'time-zone': '+01:00' },
  { 'time-zone': '' },
])('%j is refused, with an example of what is meant', (values) => {
  const [option] = Object.keys(values);
  expect(() => saidOf({ ...none, ...values })).toThrow(new RegExp(`^--${option} .*as in --${option} `));
});

test('Columns are named by field, and a column’s own name may have an equals sign', () => {
  expect(columnMapOf(['name=Member Name', 'contact-form=a=b'])).toEqual({ name: 'Member Name', 'contact-form': 'a=b' });
});

test.each(['colour=Name', 'name', 'name=', '=Name', '', '__proto__=Name'])('%j names no field and column', (map) => {
  expect(() => columnMapOf([map])).toThrow('the fields are id, name,');
});
