import { describe, expect, test } from 'vitest';
import {
  exportFileName,
  fieldsOf,
  textFormat,
  textFormats,
  type TextFormatName,
} from '../../src/domain/export-format.ts';
import {
  exportedSignature,
  minimisedFields,
  signatureFields,
  type ExportedSignature,
} from '../../src/domain/exported-signature.ts';
import { factsOfEnd, longestPurpose, statedPurpose } from '../../src/domain/export-purpose.ts';
import { leaveOut, totalLeftOut, type LeftOut } from '../../src/domain/left-out.ts';
import { mailingTools } from '../../src/domain/mailing-columns.ts';

const row = {
  id: 7,
  public: 1,
  no_news: 0,
  country: 'NL',
  source: 'flyer',
  locale: 'nl',
  confirmed_at: 1_767_225_600,
  origin: 'site',
} as const;
const record = {
  name: 'Zoë van der Voorbeeld',
  email: 'zoe@example.org',
  postcode: '1234 AB',
  comment: '',
  public: true,
  updates: true,
};
const aSignature = (changes: Partial<ExportedSignature> = {}): ExportedSignature => ({
  ...exportedSignature(row, record),
  ...changes,
});

/** @returns the whole file of one signature */
const fileOf = (name: TextFormatName, signature: ExportedSignature, chosen = [...signatureFields]): string => {
  const format = textFormat[name];
  const fields = fieldsOf(format, chosen);
  return format.head(fields) + format.line(signature, fields, 'clean-air');
};

test('an export has what the signer last chose: updates taken back are not wanted, whatever was ticked', () => {
  expect(exportedSignature({ ...row, no_news: 1 }, record).updates).toBe(false);
  expect(exportedSignature(row, { ...record, updates: false }).updates).toBe(false);
  expect(aSignature()).toEqual({
    id: 7,
    name: 'Zoë van der Voorbeeld',
    email: 'zoe@example.org',
    country: 'NL',
    postcode: '1234 AB',
    comment: '',
    public: true,
    updates: true,
    source: 'flyer',
    locale: 'nl',
    confirmed_at: '2026-01-01T00:00:00Z',
    origin: 'site',
  });
});

describe('The file that an organizer gets', () => {
  test('holds no address unless it was asked for', () => {
    expect(fileOf('csv', aSignature(), [...minimisedFields])).toBe(
      'name,country,confirmed_at\r\nZoë van der Voorbeeld,NL,2026-01-01T00:00:00Z\r\n',
    );
    expect(fileOf('jsonl', aSignature(), [...minimisedFields])).toBe(
      '{"name":"Zoë van der Voorbeeld","country":"NL","confirmed_at":"2026-01-01T00:00:00Z"}\n',
    );
  });

  test('has columns in one order, however they were chosen', () => {
    expect(fieldsOf(textFormat.csv, ['email', 'id', 'email'])).toEqual(['id', 'email']);
  });

  test('is one that Action Network, Mailchimp and CiviCRM map by themselves, with the name in one piece', () => {
    expect(fileOf('action-network', aSignature())).toBe(
      'first_name,last_name,email,zip_code,country,can2_user_tags\r\n' +
        'Zoë van der Voorbeeld,,zoe@example.org,1234 AB,NL,clean-air\r\n',
    );
    expect(fileOf('mailchimp', aSignature())).toBe(
      'Email Address,First Name,Last Name,TAGS,CONFIRM_TIME\r\n' +
        'zoe@example.org,Zoë van der Voorbeeld,,clean-air,2026-01-01 00:00:00\r\n',
    );
    expect(fileOf('civicrm', aSignature())).toBe(
      'External Identifier,First Name,Last Name,Postal Code,Country,Email\r\n' +
        'clean-air-7,Zoë van der Voorbeeld,,1234 AB,NL,zoe@example.org\r\n',
    );
  });

  test('has what a tool needs even if nobody chose it, and nothing else that nobody chose', () => {
    expect(fileOf('action-network', aSignature(), ['country', 'comment'])).toBe(
      'first_name,last_name,email,country,can2_user_tags\r\nZoë van der Voorbeeld,,zoe@example.org,NL,clean-air\r\n',
    );
  });

  test('is named after its campaign, its use and its day', () => {
    expect(exportFileName('clean-air', 'jsonl', row.confirmed_at)).toBe('clean-air-signatures-2026-01-01.jsonl');
    expect(exportFileName('clean-air', 'mailchimp', row.confirmed_at)).toBe('clean-air-mailchimp-2026-01-01.csv');
  });

  test.each(textFormats.filter((name) => name !== 'jsonl'))('runs nothing in a spreadsheet: %s', (name) => {
    const evil = aSignature({ name: '=HYPERLINK("http://x.example")', postcode: '+44', comment: '@SUM(A1)' });
    expect(fileOf(name, evil)).toContain(`"'=HYPERLINK(""http://x.example"")"`);
    expect(fileOf(name, evil)).not.toMatch(/(^|,|")[=+@]/m);
  });
});

describe('Whoever gets mail', () => {
  test.each(mailingTools)('asked for updates and confirmed: %s', (tool) => {
    const { leftOut } = textFormat[tool];
    expect(leftOut(aSignature())).toBeUndefined();
    expect(leftOut(aSignature({ updates: false }))).toBe('no-consent');
    expect(leftOut(aSignature({ confirmed_at: null }))).toBe('unconfirmed');
    expect(leftOut(aSignature({ origin: 'paper', email: '' }))).toBe('unconfirmed');
    expect(leftOut(aSignature({ email: '+zoe@example.org' }))).toBe('formula-address');
  });

  test('but whoever did neither is in the files that are not for mailing', () => {
    for (const name of ['csv', 'jsonl'] as const)
      expect(textFormat[name].leftOut(aSignature({ updates: false, confirmed_at: null }))).toBeUndefined();
  });

  test('the log says how many were left out and why', () => {
    const counts: LeftOut = {};
    for (const reason of ['no-consent', 'unopened', 'no-consent'] as const) leaveOut(counts, reason);
    expect(totalLeftOut(counts)).toBe(3);
    expect(factsOfEnd(12, 40, counts)).toEqual({
      begun: 12,
      written: 40,
      left_out_no_consent: 2,
      left_out_unopened: 1,
    });
  });
});

describe('Whoever exports says what for', () => {
  test('by one of the purposes', () => {
    expect(statedPurpose('hand-over', 'dropped')).toEqual({ outcome: 'stated', purpose: 'hand-over', words: '' });
    expect(statedPurpose('fun', '')).toEqual({ outcome: 'unknown' });
  });

  test('or in a few words of their own, in one line', () => {
    expect(statedPurpose('other', ' for the\nprinter ')).toEqual({
      outcome: 'stated',
      purpose: 'other',
      words: 'for the printer',
    });
    expect(statedPurpose('other', ' \n')).toEqual({ outcome: 'no-words' });
    expect(statedPurpose('other', 'x'.repeat(longestPurpose + 1))).toEqual({ outcome: 'too-long' });
  });
});
