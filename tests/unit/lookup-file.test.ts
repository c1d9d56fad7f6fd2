import { describe, expect, test } from 'vitest';
import { readLookup } from '../../src/forms/lookup-file.ts';
import { readLookupMeta } from '../../src/forms/lookup-meta.ts';

const rowsOf = (text: string, country: string, map = {}) => {
  const read = readLookup(text, country, map);
  if (read.outcome === 'unreadable') throw new Error(read.reason);
  return read;
};

describe('A lookup file', () => {
  test('gives codes as they are looked up, each pair once, and tells what it left out', () => {
    const read = rowsOf(
      'outcode,area_id,share\nn1,east,0.5\nN1,west,0.5\nN1,east,0.1\n,west,1\nN2,,1\n1,west,1\n',
      'GB',
    );
    expect(read.rows).toEqual([
      { code: 'N1__', areaId: 'east' },
      { code: 'N1__', areaId: 'west' },
    ]);
    expect(read.leftOut).toBe(3);
  });

  test('of the United States names district, whole state, capital or territory', () => {
    const { rows } = rowsOf('zip,state,cd\n1001,MA,1\n99501,AK,0\n20001,DC,0\n00901,PR,0\n96910,gu,98\n', 'US');
    expect(rows).toEqual([
      { code: '01001', areaId: 'ocd-division/country:us/state:ma/cd:1' },
      { code: '99501', areaId: 'ocd-division/country:us/state:ak' },
      { code: '20001', areaId: 'ocd-division/country:us/district:dc' },
      { code: '00901', areaId: 'ocd-division/country:us/territory:pr' },
      { code: '96910', areaId: 'ocd-division/country:us/territory:gu' },
    ]);
  });

  test('may call its columns what it likes, if somebody says which they are', () => {
    const text = 'Ort;Postleitzahl;Wahlkreis\nExampleton;10115;wk/1\n';
    expect(readLookup(text, 'DE')).toMatchObject({ outcome: 'unreadable' });
    const { rows } = rowsOf(text, 'DE', { postcode: 'postleitzahl', area: 'Wahlkreis' });
    expect(rows).toEqual([{ code: '10115', areaId: 'wk/1' }]);
  });

  test.each(['', 'postcode,area_id\n', 'postcode,area_id\n,\n', 'one,two\n1,2\n'])(
    'without a postcode and an area is unreadable, in one sentence',
    (text) => {
      expect(readLookup(text, 'DE')).toMatchObject({
        outcome: 'unreadable',
        reason: expect.stringMatching(/\.$|=NAME/),
      });
    },
  );

  test('has a neighbour that says where it is from', () => {
    const meta = { source_repo: 'https://example.org/', licence: 'CC0-1.0', data_as_of: '2026-11-01 (about)' };
    expect(readLookupMeta(JSON.stringify(meta))).toEqual({
      source: 'https://example.org/',
      licence: 'CC0-1.0',
      asOf: '2026-11-01',
    });
    expect(readLookupMeta(JSON.stringify({ ...meta, attribution: 'By Example.', data_as_of: 'today' }))).toMatchObject({
      source: 'By Example.',
      asOf: '',
    });
    for (const text of ['', '[]', '1', '{']) expect(readLookupMeta(text)).toBeUndefined();
  });
});
