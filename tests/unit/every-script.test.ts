import { expect, test } from 'vitest';
import { readSignature } from '../../src/forms/signature.ts';
import { strings } from '../../src/strings/strings.ts';
import { charactersByScript, namesOfEveryScript, peculiarNames } from '../support/every-script.ts';
import { aSignature } from '../support/a-signature.ts';

const read = (name: string) => readSignature(aSignature({ name, comment: name }), strings('en'));

test('there are names in every script that Unicode has', () => {
  const characters = charactersByScript();
  expect(characters.get('') ?? [], 'a script is missing in the list').toEqual([]);
  expect(characters.size).toBeGreaterThan(160);
});

test.each([...namesOfEveryScript()])('a form takes a name in %s as it is', (_, name) => {
  expect(read(name)).toMatchObject({ outcome: 'read', value: { name, comment: name } });
});

test.each(peculiarNames)('a form takes %j as it is', (name) => {
  expect(read(name)).toMatchObject({ outcome: 'read', value: { name, comment: name } });
});
