import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diffDirectory } from '../../src/campaign/diff-directory.ts';
import { examineDirectories, type DirectoryFinding } from '../../src/campaign/examine-directories.ts';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import type { Directory, Representative } from '../../src/domain/directory.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { representativesIn } from '../../src/store/directories.ts';
import { aContext, type TestContext } from '../support/a-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const house: Directory = {
  id: 'house',
  title: 'House of Examples',
  source: 'https://example.org',
  licence: 'CC0-1.0',
  asOf: '2026-11-01',
  usableForSending: true,
  demonstration: false,
  timeZone: 'Europe/London',
};

const aMember = (key: string, changes: Partial<Representative> = {}): Representative => ({
  key,
  name: `${key} Example`,
  role: 'MP',
  party: '',
  areaId: '',
  areaName: `${key} North`,
  country: 'GB',
  email: `${key}@example.org`,
  phone: '',
  contactForm: '',
  address: '',
  startsOn: '',
  endsOn: '',
  timeZone: '',
  ...changes,
});

const four = ['Ada', 'Sam', 'Milo', 'Dora'].map((key) => aMember(key));
const keysInHouse = async () => (await representativesIn(context.store.read, 'house')).map(({ key }) => key);

describe('Before an import an organizer sees', () => {
  test('who would come, go and change, and nothing is changed by looking', async () => {
    await importDirectory(context, house, four);
    const next = [
      aMember('Ada', { party: 'Example Party', email: 'new@example.org' }),
      ...four.slice(1, 3),
      aMember('Finn'),
    ];
    const difference = await diffDirectory(context, 'house', next);
    expect(difference).toEqual({
      known: true,
      comes: [{ key: 'Finn', name: 'Finn Example' }],
      goes: [{ key: 'Dora', name: 'Dora Example' }],
      changes: [
        {
          key: 'Ada',
          name: 'Ada Example',
          fields: {
            email: { from: 'Ada@example.org', to: 'new@example.org' },
            party: { from: '', to: 'Example Party' },
          },
        },
      ],
      losesMost: false,
    });
    expect(await keysInHouse()).toEqual(['Ada', 'Sam', 'Milo', 'Dora']);
    expect(await importDirectory(context, house, next)).toEqual({ outcome: 'imported', difference });
  });

  test('that a directory is new, and that the same file again changes nothing', async () => {
    expect(await diffDirectory(context, 'house', four)).toMatchObject({ known: false, losesMost: false });
    const { difference } = await importDirectory(context, house, four);
    expect(difference).toMatchObject({ known: false, goes: [], changes: [] });
    expect(difference.comes).toHaveLength(4);
    const again = await importDirectory(context, house, four);
    expect(again.difference).toEqual({ known: true, comes: [], goes: [], changes: [], losesMost: false });
  });

  test('that whoever was gone comes back', async () => {
    await importDirectory(context, house, four);
    await importDirectory(context, house, four.slice(0, 2));
    expect((await diffDirectory(context, 'house', four)).comes.map(({ key }) => key)).toEqual(['Milo', 'Dora']);
  });
});

describe('An import that would lose most of a directory', () => {
  test('leaves it as it is, unless the organizer insists', async () => {
    await importDirectory(context, house, four);
    expect(await importDirectory(context, house, four.slice(0, 1))).toMatchObject({ outcome: 'loses-most' });
    expect(await keysInHouse()).toHaveLength(4);
    const forced = await importDirectory(context, house, four.slice(0, 1), { force: true });
    expect(forced).toMatchObject({ outcome: 'imported' });
    expect(await keysInHouse()).toEqual(['Ada']);
  });

  test('does not if it loses half, or those whose term has ended anyway', async () => {
    await importDirectory(context, house, four);
    expect(await importDirectory(context, house, four.slice(0, 2))).toMatchObject({ outcome: 'imported' });
    const ended = ['Finn', 'Paula', 'Nora'].map((key) => aMember(key, { endsOn: '2026-11-22' }));
    await importDirectory(context, house, [...four, ...ended], { force: true });
    expect(await importDirectory(context, house, four)).toMatchObject({ outcome: 'imported' });
  });
});

describe('A check of the directories', () => {
  const found = async (...members: Representative[]): Promise<Pick<DirectoryFinding, 'kind' | 'ok'>[]> => {
    await importDirectory(context, house, members, { force: true });
    return ((await examineDirectories(context, 'house')) ?? []).map(({ kind, ok }) => ({ kind, ok }));
  };

  test('finds nothing in a sound one, and says so of one that is not there', async () => {
    expect(await found(...four)).toEqual([]);
    expect(await examineDirectories(context)).toEqual([]);
    expect(await examineDirectories(context, 'senate')).toBeUndefined();
  });

  test.each([
    ['a term that has ended', { endsOn: '2026-11-22' }, [{ kind: 'term', ok: false }]],
    ['but not one that ends today', { endsOn: '2026-11-23' }, []],
    ['somebody whom nothing reaches', { email: '' }, [{ kind: 'unreachable', ok: false }]],
    [
      'and notes whom a form reaches',
      { email: '', contactForm: 'https://x.example' },
      [{ kind: 'no-email', ok: true }],
    ],
    ['an address that cannot be used', { email: 'ada@localhost' }, [{ kind: 'malformed', ok: false }]],
    ['and notes a shared one', { email: 'SAM@example.org' }, [{ kind: 'shared', ok: true }]],
    ['one person twice', { name: 'sam example', areaName: 'Sam North' }, [{ kind: 'twice', ok: false }]],
    ['but not a namesake elsewhere', { name: 'Sam Example' }, []],
  ])('finds %s', async (_, changes, expected) => {
    expect(await found(aMember('Ada', changes), aMember('Sam'))).toEqual(expected);
  });

  test('finds an address that refused mail, until a new one comes', async () => {
    await importDirectory(context, house, four);
    await context.store.write(async ({ db }) => {
      await db.updateTable('representatives').set({ bounced_at: 1 }).where('key', '=', 'Ada').execute();
    });
    expect(await found(...four)).toEqual([{ kind: 'bounced', ok: false }]);
    expect(await found(aMember('Ada', { email: 'new@example.org' }), ...four.slice(1))).toEqual([]);
  });

  test('names whom it is about, and counts them', async () => {
    await importDirectory(
      context,
      house,
      four.map((member) => ({ ...member, email: '' })),
    );
    expect(await examineDirectories(context, 'house')).toEqual([
      {
        directory: 'house',
        kind: 'unreachable',
        ok: false,
        text: 'Without an e-mail address or any other way to be reached (4: Ada Example, Sam Example, Milo Example, …)',
        representatives: four.map(({ key, name }) => ({ key, name })),
      },
    ]);
  });

  test('finds a list of more than half a year, or that was imported so long ago', async () => {
    const age = [{ kind: 'age', ok: false }];
    await importDirectory(context, { ...house, asOf: '' }, four);
    const check = async () => ((await examineDirectories(context)) ?? []).map(({ kind, ok }) => ({ kind, ok }));
    context.clock.at += 180 * daySeconds;
    expect(await check()).toEqual([]);
    context.clock.at += daySeconds;
    expect(await check()).toEqual(age);
    // 180 and 181 days before 23 November 2026.
    context.clock.at -= 181 * daySeconds;
    await importDirectory(context, { ...house, asOf: '2026-05-27' }, four);
    expect(await check()).toEqual([]);
    await importDirectory(context, { ...house, asOf: '2026-05-26' }, four);
    expect(await check()).toEqual(age);
  });
});
