import { afterEach, beforeEach, expect, test } from 'vitest';
import { unknownTargets } from '../../src/campaign/unknown-targets.ts';
import { writeLetter } from '../../src/campaign/write-letter.ts';
import type { TargetRule } from '../../src/domain/target.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory } from '../support/a-delivery.ts';
import { aLetter } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await aDirectory(context);
});
afterEach(() => context.remove());

/** The campaign with other rules about representatives. */
const withRules = (rules: Partial<TargetRule>[]) => {
  const { settings } = context.socialCredit;
  const targets = rules.map((rule) => ({ everywhere: false, text: 'letter', ...rule }));
  return { ...context.socialCredit, settings: { ...settings, letter: { ...settings.letter, targets } } };
};

test('an organizer is told of a rule about a directory that is not there, or about nobody', async () => {
  const rules = [
    { directories: ['example-parliament'], roles: ['mp'] },
    { directories: ['example-parliament', 'pres'], everywhere: true },
    { roles: ['Member of Parliament'] },
  ];
  expect(await unknownTargets(context, withRules(rules).settings)).toEqual([
    'social-credit: rule 2 of letter.targets names the directory “pres”, which is not imported: npx campaign recipients list prints those that are.',
    'social-credit: rule 3 of letter.targets is about nobody: are its roles worded as in the directory?',
  ]);
  expect(await unknownTargets(context, context.socialCredit.settings)).toEqual([]);
});

test('a letter to whom no rule is about is not stored, whichever way it came', async () => {
  const [first] = await context.store.read.selectFrom('representatives').select('id').execute();
  const { name = '', email = '', subject = '', body = '' } = aLetter('');
  const input = { name, email, subject, body, country: 'GB', postcode: '', representatives: [first!.id] };
  const write = (rules: Partial<TargetRule>[]) => writeLetter(context, withRules(rules), 'en', { real: false }, input);
  for (const rules of [[{ roles: ['Senator'] }], [{ countries: ['FR'] }], [{ directories: ['press'] }]])
    expect(await write(rules)).toBe('unknown-representative');
  expect(await context.store.read.selectFrom('letters').select('id').execute()).toEqual([]);
  expect(await write([{ roles: ['Senator'] }, { countries: ['GB'] }])).toBe('written');
});
