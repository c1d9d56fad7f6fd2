import { expect, test } from 'vitest';
import { addressLines, paperOf } from '../../src/domain/paper.ts';
import { spokenPart } from '../../src/domain/phone-script.ts';

test('what is said on the phone is the letter’s beginning, without its greetings', () => {
  expect(spokenPart('Dear Ada Example,\n\nplease ask for the rules.\n\nThey are secret.\n\nWanda Example')).toEqual([
    'please ask for the rules.',
    'They are secret.',
  ]);
  expect(spokenPart('Dear Ada Example,\nplease ask\nfor the rules.\n\nYours,\nWanda')).toEqual([
    'please ask for the rules.',
  ]);
  expect(spokenPart('Stop this')).toEqual(['Stop this']);
});

test('nobody reads a long letter out: it is cut after a sentence', () => {
  const long = 'This is a sentence of seven words. '.repeat(40);
  expect(spokenPart(long)).toEqual(['This is a sentence of seven words. '.repeat(22).trim()]);
  expect(spokenPart(`First point.\n\n${long}`)).toEqual(['First point.']);
  expect(spokenPart('word '.repeat(200))[0]).toMatch(/word …$/);
});

test('an address stands in the lines that fit into the window', () => {
  expect(addressLines('House of Examples, London SW1A 0AA', 'Ada Example', 'a4')).toEqual([
    'House of Examples',
    'London SW1A 0AA',
  ]);
  expect(addressLines('Ada Example\n1 Example Street, Room 4\nExampleton', 'Ada Example', 'a4')).toEqual([
    '1 Example Street, Room 4',
    'Exampleton',
  ]);
  expect(addressLines('1 Example Building, Washington, DC 20500', 'Ada Example', 'us-letter')).toEqual([
    '1 Example Building',
    'Washington DC 20500',
  ]);
  expect(addressLines('a, b, c, d', 'Ada Example', 'us-letter')).toEqual(['a', 'b', 'c, d']);
});

test('North America prints on its own paper', () => {
  expect(['US', 'CA', 'GB', 'DE', ''].map(paperOf)).toEqual(['us-letter', 'us-letter', 'a4', 'a4', 'a4']);
});

test('a letter in Chinese or Arabic is cut after a sentence too, and takes as long to say', () => {
  const chinese = '这是一个很长的句子，有十几个字。'.repeat(60);
  const [said = ''] = spokenPart(`尊敬的 Ada Example：\n\n${chinese}\n\n此致\nWanda`);
  expect(said.length).toBeLessThan(400);
  expect(said).toMatch(/^这是.*。$/);
  expect(spokenPart('السيدة Ada Example،\n\nهل تسألون عن القواعد؟\n\nWanda')).toEqual(['هل تسألون عن القواعد؟']);
  const arabic = 'هل تسألون عن القواعد التي لا يعرفها أحد؟ '.repeat(60);
  expect(spokenPart(arabic)[0]).toMatch(/؟$/);
});
