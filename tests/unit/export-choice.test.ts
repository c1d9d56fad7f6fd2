import { expect, test } from 'vitest';
import { CommandError } from '../../src/cli/command.ts';
import { exportChoice } from '../../src/cli/export-choice.ts';

const fieldsOf = (...args: string[]) => exportChoice(['clean-air', ...args]).plan.fields;

test('a script that names no columns gets those that it always got', () => {
  const usual = 'id,name,email,country,postcode,comment,public,updates,source,locale,confirmed_at'.split(',');
  for (const format of ['csv', 'jsonl', 'xlsx']) expect(fieldsOf('--format', format)).toEqual(usual);
  expect(fieldsOf('--fields', 'all')).toEqual([...usual, 'origin']);
  expect(fieldsOf('--letters', '--fields', 'representatives,name')).toEqual(['name', 'representatives']);
});

test('a file for a mailing tool has what the tool needs, whatever was named', () => {
  expect(fieldsOf('--format', 'mailchimp', '--fields', 'name')).toEqual(['name', 'email']);
  expect(fieldsOf('--format', 'civicrm', '--fields', 'country')).toEqual(['id', 'name', 'email', 'country']);
  expect(fieldsOf('--format', 'action-network', '--fields', 'all')).toEqual(['name', 'email', 'country', 'postcode']);
});

test.each([
  [['--format', 'pdf'], 'There is no format “pdf”: csv, jsonl, action-network, mailchimp, civicrm, xlsx or pack'],
  [['--fields', 'name,shoe size'], 'There is no field “shoe size”'],
  [['--fields', ''], 'There is no field “”'],
  [['--format', 'mailchimp', '--fields', 'comment'], 'mailchimp has no column for comment'],
  [['--format', 'mailchimp', '--letters'], 'Letters are exported as csv, jsonl or xlsx'],
  [['--letters', '--purpose', 'updates'], 'Nobody asked for updates with a letter'],
  [['--with-names'], '--with-names belongs to --format pack'],
  [['--format', 'pack', '--all'], 'A pack has its own contents'],
  [['--purpose', ' '], 'Say the purpose in a few words'],
  [['another'], 'Name one campaign'],
] as const)('%j is refused, in one line', (args, complaint) => {
  let error: unknown;
  try {
    exportChoice(['clean-air', ...args]);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining(complaint) as string });
});
