import { expect, test } from 'vitest';
import { readSignatureFile } from '../../src/forms/signature-file.ts';

const read = (text: string, { paper = true, country = '', map = {} } = {}) => {
  const found = readSignatureFile(text, { emailMayBeMissing: paper, country, map, today: '2026-11-23' });
  if (found.outcome === 'unreadable') return found.reason;
  return {
    signatures: found.signatures.map(({ line, input, signedOn }) => ({ line, ...input, signedOn })),
    faulty: found.faulty.map(({ line, reason }) => `${line} ${reason}`),
  };
};

test('a sheet with a plain header is read without being told which column is which', () => {
  const sheet =
    'Name;E-Mail;PLZ;Land;Datum;Public;Newsletter\r\nSam Example;Sam@Example.org;10115;Germany;3.11.2026;yes;\r\n';
  expect(read(sheet)).toEqual({
    faulty: [],
    signatures: [
      {
        line: 2,
        name: 'Sam Example',
        email: 'Sam@example.org',
        country: 'DE',
        postcode: '10115',
        comment: '',
        public: true,
        updates: false,
        source: '',
        signedOn: '2026-11-03',
      },
    ],
  });
});

test('columns that are called otherwise are named, and a country may be said for all', () => {
  const map = { name: 'Unterzeichner', 'signed-on': 'wann' };
  const sheet = 'Unterzeichner,wann\nSuzie Example,2026-11-01T18:30:00Z\n';
  expect(read(sheet, { map, country: 'AT' })).toMatchObject({
    faulty: [],
    signatures: [{ name: 'Suzie Example', country: 'AT', email: '', signedOn: '2026-11-01' }],
  });
  expect(read(sheet, { country: 'AT' })).toMatch(/^No column is called a name/);
  expect(read(sheet, { map: { name: 'nobody' } })).toMatch(/^This file has no column “nobody”/);
});

test('consent is never guessed: an empty cell is none, and what is unclear is asked about', () => {
  const { signatures, faulty } = read(
    'name,country,public,updates\nA B,DE,,0\nC D,DE,x,Ja\nE F,DE,maybe,\n',
  ) as Exclude<ReturnType<typeof read>, string>;
  expect(signatures.map((row) => [row.public, row.updates])).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(faulty).toEqual(['4 “maybe” in the column “public” is neither yes nor no.']);
});

test('each line that holds no signature is named with the reason', () => {
  const sheet = [
    'name,email,country,signed-on',
    ',sam@example.org,DE,',
    'Sam,no address,DE,',
    'Sam,,,',
    'Sam,,Atlantis,',
    'Sam,,DE,2026-11-24',
    'Sam,,DE,7/3/2026',
    'Sam,,DE,',
  ].join('\n');
  const said = read(sheet) as Exclude<ReturnType<typeof read>, string>;
  expect(said.signatures).toMatchObject([{ line: 8 }]);
  expect(said.faulty).toEqual([
    '2 There is no name.',
    '3 The e-mail address is none.',
    '4 There is no country: add a column with its code, or say --country for all.',
    '5 The country is not known: write its code, such as FR.',
    '6 The day of signing, “2026-11-24”, can be no date, several, or is still to come.',
    '7 The day of signing, “7/3/2026”, can be no date, several, or is still to come.',
  ]);
  expect(read(sheet, { paper: false })).toMatchObject({
    signatures: [],
    faulty: expect.arrayContaining(['8 There is no e-mail address.']) as string[],
  });
});
