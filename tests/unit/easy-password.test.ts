import { describe, expect, test } from 'vitest';
import { isEasyPassword } from '../../src/domain/easy-password.ts';
import { readNewPassword, readPasswordChange, readSignIn } from '../../src/forms/organizer.ts';
import { strings } from '../../src/strings/strings.ts';

const ours = ['olga', 'clean-water', 'clean', 'water', 'petitions'];

describe('no organizer gets a password that is tried first', () => {
  test.each([
    ['a common one, made longer', 'password1234'],
    ['the same in disguise', 'P@ssw0rd2026!'],
    ['a name and a year', 'Christopher1989'],
    ['a season and a year, as rules make people choose', 'Summer2026!!!'],
    ['keys beside each other', 'qwertyuiop[]'],
    ['rows of keys', '123qweasdzxc'],
    ['keys in turn', '1q2w3e4r5t6y'],
    ['letters of the alphabet', 'abcdefghijkl'],
    ['a date or a telephone', '491711234567'],
    ['one character', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['something short, again and again', 'x7$x7$x7$x7$x7$'],
    ['three of the most common', 'dragonmonkeyshadow'],
    ['their handle', 'olga-olga-2026'],
    ['the campaign', 'Clean-Water-2026'],
    ['the site', 'petitions12345'],
    ['one that is whole in every list', 'counterstrike'],
  ])('%s', (_, password) => {
    expect(isEasyPassword(password, ours)).toBe(true);
  });
});

describe('nobody is kept from one that is hard to guess', () => {
  test.each([
    ['random words', 'correct horse battery staple'],
    ['random words without spaces', 'gravelpotatowhistlecomet'],
    ['what a password manager makes', 'fV7kQ2mXb9Lz'],
    ['a word with much beside it', 'monkey tR9#vK2w'],
    ['another script', 'жёлтый слон идёт домой'],
    ['a sentence without spaces', '昨天我在河边看见七只白色的鸟'],
  ])('%s', (_, password) => {
    expect(isEasyPassword(password, ours)).toBe(false);
  });
});

describe('a new password that arrives broken is refused plainly, and one that somebody has had for long goes on', () => {
  const { accounts } = strings('en').organize;
  const good = 'correct horse battery';
  test.each(['\0', '\t', '\n', '\x1B', '\x7F', '\uD83D', '\uFFFD', '\u2028'])('%j', (sign) => {
    const broken = `correct${sign} horse battery`;
    const refused = { outcome: 'faulty', errors: [{ field: 'password', message: accounts.faults.passwordControl }] };
    expect(readNewPassword({ password: broken }, accounts, [])).toEqual(refused);
    const bad = { current: good, password: broken };
    expect(readPasswordChange(bad, accounts, [])).toEqual(refused);
    const change = { current: broken, password: good };
    expect(readPasswordChange(change, accounts, [])).toEqual({ outcome: 'read', value: change });
    const signIn = { handle: 'olga', password: broken };
    expect(readSignIn(signIn, accounts)).toEqual({ outcome: 'read', value: signIn });
  });

  test('and one of any script or of signs beside each other is not', () => {
    for (const password of [good, 'жёлтый слон идёт домой', 'gravel 👩\u200D🚒 potato'])
      expect(readNewPassword({ password }, accounts, []).outcome).toBe('read');
  });
});
