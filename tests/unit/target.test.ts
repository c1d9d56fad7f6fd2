import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/domain/fold-text.ts';
import { targetsFor, type TargetRule } from '../../src/domain/target.ts';

const rule = (changes: Partial<TargetRule> = {}): TargetRule => ({ everywhere: false, text: 'letter', ...changes });
const member = { directory_id: 'house', role: 'MP', country: 'GB' };
const editor = { directory_id: 'press', role: 'Editor', country: '*' };

describe('Without rules, somebody may write', () => {
  test.each([
    ['GB', true],
    ['*', true],
    ['FR', false],
    ['', false],
  ])('from Britain to whoever answers for “%s”: %s', (country, may) => {
    expect(targetsFor(undefined, 'GB')({ ...member, country }) !== undefined).toBe(may);
  });
});

describe('A rule', () => {
  test.each([
    ['for a country', { countries: ['GB', 'IE'] }, true],
    ['for another country', { countries: ['IE'] }, false],
    ['for the directory', { directories: ['house'] }, true],
    ['for another directory', { directories: ['lords', 'press'] }, false],
    ['for the role, whatever its case', { roles: ['Senator', 'mp'] }, true],
    ['for a role that only begins so', { roles: ['M'] }, false],
    ['for everything at once', { countries: ['GB'], directories: ['house'], roles: ['MP'] }, true],
    ['for the right directory and a wrong role', { directories: ['house'], roles: ['Lord'] }, false],
  ])('%s is or is not about a member', (_, changes, about) => {
    expect(targetsFor([rule(changes)], 'GB')(member) !== undefined).toBe(about);
  });

  test('for a country is about writers there, and members of their own country only', () => {
    const rules = [rule({ countries: ['GB'] })];
    expect(targetsFor(rules, 'FR')(member)).toBeUndefined();
    expect(targetsFor(rules, 'GB')({ ...member, country: 'FR' })).toBeUndefined();
  });

  test('that holds everywhere offers its directory to all, or to the countries it names', () => {
    const press = rule({ directories: ['press'], everywhere: true });
    for (const country of ['*', '', 'FR'])
      expect(targetsFor([press], 'GB')({ ...editor, country })).toMatchObject({ everywhere: true });
    expect(targetsFor([{ ...press, countries: ['IE'] }], 'GB')(editor)).toBeUndefined();
    expect(targetsFor([press], 'GB')(member)).toBeUndefined();
  });
});

test('the first rule that fits gives the text, and a rule for all others leaves alone what one everywhere names', () => {
  const rules = [
    rule({ roles: ['MP'], text: 'mp' }),
    rule({ text: 'others' }),
    rule({ directories: ['press'], everywhere: true, text: 'editor' }),
  ];
  const textOf = (candidate: typeof member) => targetsFor(rules, 'GB')(candidate)?.text;
  expect(textOf(member)).toBe('mp');
  expect(textOf({ ...member, role: 'Lord' })).toBe('others');
  expect(textOf(editor)).toBe('editor');
});

test.each([
  ['Zoë Éxample', 'zoe example'],
  ["O'Example-Straße, İstanbul", 'oexample strasse istanbul'],
  ['  ŁÓDŹ  (East) ', 'lodz east'],
  ['예시', '예시'.normalize('NFKD')],
  ['', ''],
])('a search takes “%s” for “%s”', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('a search finds a name in any script, with its signs and without', () => {
  expect(foldText('مُحَمَّد')).toBe(foldText('محمد'));
  expect(foldText('Ελένη')).toBe(foldText('ΕΛΕΝΗ'));
});
