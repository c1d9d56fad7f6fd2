import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openKeyring } from '../../src/campaign/keyring.ts';
import { ForeignKey } from '../../src/campaign/active-recipients.ts';
import { addOrganizerKey, retireOrganizerKey } from '../../src/campaign/organizer-keys.ts';
import { rewrapEpochs } from '../../src/campaign/rewrap-epochs.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { mailKeySeconds, mailPeriodOf } from '../../src/domain/limits.ts';
import { placeOf } from '../../src/domain/place.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { openContext } from '../../src/open-context.ts';
import { epochById } from '../../src/store/epochs.ts';
import { mailKey } from '../../src/store/mail-keys.ts';
import { organizerKeys, updateOrganizerKey } from '../../src/store/organizer-keys.ts';
import { readIdentityFile } from '../../src/vault/identity-file.ts';
import { newIdentity, type Identity } from '../../src/vault/identity.ts';
import { unwrapEpochKey } from '../../src/vault/open-epoch-key.ts';
import { keyOf, openRecord, SealBroken } from '../../src/vault/seal.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const epochs = () => context.store.read.selectFrom('epochs').selectAll().orderBy('id').execute();
const epochOfNext = async (): Promise<number> => (await context.keyring.seals()).epochId;
const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));

describe('An epoch', () => {
  test('is shared by 1,024 people who sign at once, and the next ones get another', async () => {
    await Promise.all(Array.from({ length: 1030 }, (_, number) => sign(`sam${number}@example.org`)));
    const rows = await context.store.read
      .selectFrom('signatures')
      .select(['epoch_id', (of) => of.fn.countAll<number>().as('count')])
      .groupBy('epoch_id')
      .orderBy('epoch_id')
      .execute();
    expect(rows.map(({ count }) => count)).toEqual([1024, 6]);
    expect((await epochs()).map(({ id }) => id)).toEqual(rows.map(({ epoch_id }) => epoch_id));
  });

  test('is one, not two, for two people who come first in the same moment', async () => {
    const [first, second] = await Promise.all([epochOfNext(), epochOfNext()]);
    expect(first).toBe(second);
    expect(await epochs()).toHaveLength(1);
  });

  test('is stored, and opens for the organizer, before any row points to it', async () => {
    const seals = await context.keyring.seals();
    const sealed = seals.record('signature social-credit 1', { name: 'Sam' });
    const stored = await epochById(context.store.read, seals.epochId);
    const [organizer] = await readIdentityFile(context.config.organizerKeyFile);
    const key = await unwrapEpochKey(stored!.wrapped, [organizer!.secret]);
    expect(openRecord(keyOf(key!), 'signature social-credit 1', sealed)).toEqual({ name: 'Sam' });
  });

  test('that cannot be stored seals nothing; the next person tries again', async () => {
    let diskIsFull = true;
    const { store, vault, now } = context;
    const write: typeof store.write = (act) => (diskIsFull ? Promise.reject(new Error('disk full')) : store.write(act));
    const keyring = openKeyring({ ...store, write }, vault, now);
    await expect(keyring.seals()).rejects.toThrow('disk full');
    diskIsFull = false;
    expect((await keyring.seals()).epochId).toBe((await epochs())[0]?.id);
  });

  test('ends after ten minutes', async () => {
    const first = await epochOfNext();
    context.clock.at += 599;
    expect(await epochOfNext()).toBe(first);
    context.clock.at += 1;
    expect(await epochOfNext()).toBeGreaterThan(first);
  });

  test('leaves the memory after ten minutes in which nobody came', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    try {
      const first = await epochOfNext();
      await vi.advanceTimersByTimeAsync(500_000);
      expect(await epochOfNext()).toBe(first);
      await vi.advanceTimersByTimeAsync(100_000);
      // The clock that the keyring reads stands still: only the timer can have ended it.
      expect(await epochOfNext()).toBeGreaterThan(first);
    } finally {
      vi.useRealTimers();
    }
  });

  test('goes on when somebody else has written and the organizers are the same', async () => {
    const first = await epochOfNext();
    await context.keyring.recheck();
    expect(await epochOfNext()).toBe(first);
  });

  test('ends at once when organizers’ keys have changed, and is sealed to those of that moment', async () => {
    const [first] = await readIdentityFile(context.config.organizerKeyFile);
    const ada = await newIdentity();
    const openFor = async ({ secret }: Identity): Promise<boolean[]> =>
      Promise.all((await epochs()).map(async ({ wrapped }) => (await unwrapEpochKey(wrapped, [secret])) !== undefined));
    await epochOfNext();
    await addOrganizerKey(context, 'Ada', ada.recipient);
    await context.keyring.recheck();
    await epochOfNext();
    expect(await retireOrganizerKey(context, 'first')).toBe('retired');
    await context.keyring.recheck();
    await epochOfNext();
    expect(await openFor(first!)).toEqual([true, true, false]);
    expect(await openFor(ada)).toEqual([false, true, true]);
    expect((await epochs()).map(({ wrapped_for }) => wrapped_for)).toEqual(['1', '1 2', '2']);
  });
});

test('the mail of ten minutes is sealed with one key, also when the server starts anew within them; later mail with another', async () => {
  const { store, vault, now, clock } = context;
  const contents = { to: 'sam@example.org', data: { token: 'a-token' } };
  const sealedBy = async (keyring: typeof context.keyring): Promise<Buffer> =>
    (await keyring.mailSeal()).mail('social-credit', 'already-signed', contents);
  const openAt = async (at: number, sealed: Buffer): Promise<unknown> => {
    const key = vault.unwrapKey(placeOf.mailKey(at), (await mailKey(store.read, at))!);
    return openRecord(key, placeOf.mail('social-credit', 'already-signed'), sealed);
  };
  const period = mailPeriodOf(clock.at);
  const anew = openKeyring(store, vault, now);
  const mails = await Promise.all([sealedBy(context.keyring), sealedBy(anew), sealedBy(context.keyring)]);
  for (const sealed of mails) expect(await openAt(period, sealed)).toEqual(contents);
  expect(await store.read.selectFrom('mail_keys').select('period').execute()).toEqual([{ period }]);

  clock.at += mailKeySeconds;
  const later = await sealedBy(anew);
  expect(await openAt(period + 1, later)).toEqual(contents);
  await expect(openAt(period, later)).rejects.toThrow(SealBroken);
  expect((await anew.mailSeal()).mailPeriod).toBe(period + 1);
});

test('a rewrapping stops once the organizers are others than when it began', async () => {
  await epochOfNext();
  const [first] = await readIdentityFile(context.config.organizerKeyFile);
  await addOrganizerKey(context, 'Ada', (await newIdentity()).recipient);
  const { total, steps } = await rewrapEpochs(context, [first!.secret]);
  expect(total).toBe(1);
  await retireOrganizerKey(context, 'Ada');
  await expect(steps.next()).rejects.toThrow('has changed meanwhile');
  expect((await epochs()).map(({ wrapped_for }) => wrapped_for)).toEqual(['1']);
});

describe('A thief who writes to the table of organizers’ keys', () => {
  const change = (id: number, to: object) => context.store.write((writing) => updateOrganizerKey(writing, id, to));
  const nothingIsSealed = async (name: string): Promise<void> => {
    const before = (await epochs()).length;
    await context.keyring.recheck();
    await expect(context.keyring.seals()).rejects.toThrow(ForeignKey);
    await expect(sign('sam@example.org')).rejects.toThrow(`The organizer key “${name}” was not added`);
    await expect(openContext(context.config, context.now)).rejects.toThrow(ForeignKey);
    expect(await epochs()).toHaveLength(before);
    expect(await context.store.read.selectFrom('signatures').select('id').execute()).toEqual([]);
  };

  test('stops all sealing with a key of their own, until it is taken out', async () => {
    const { recipient } = await newIdentity();
    const [first] = await organizerKeys(context.store.read);
    const key = { name: 'thief', recipient, added_at: 0, retired_at: null, checked_at: null, mac: first!.mac };
    await context.store.write(({ db }) => db.insertInto('organizer_keys').values(key).execute());
    await nothingIsSealed('thief');
    expect(await retireOrganizerKey(context, 'thief')).toBe('retired');
    expect(await sign('sam@example.org')).toBe('signed');
    expect((await epochs()).map(({ wrapped_for }) => wrapped_for)).toEqual(['1']);
  });

  test('stops it with their key under the name of an organizer', async () => {
    const { recipient } = await newIdentity();
    await change(1, { recipient });
    await nothingIsSealed('first');
    expect(await epochs()).toEqual([]);
  });

  test('stops it by taking all organizers out: no start makes a new one', async () => {
    rmSync(context.config.organizerKeyFile);
    await context.store.write(({ db }) => db.deleteFrom('organizer_keys').execute());
    await expect(openContext(context.config, context.now)).rejects.toThrow(Refusal);
    expect(existsSync(context.config.organizerKeyFile)).toBe(false);
    expect(await organizerKeys(context.store.read)).toEqual([]);
  });

  test('stops it by bringing back an organizer who was retired', async () => {
    const { recipient } = await newIdentity();
    await addOrganizerKey(context, 'Ada', recipient);
    await retireOrganizerKey(context, 'Ada');
    expect(await epochOfNext()).toBe(1);
    await change(2, { retired_at: null });
    await nothingIsSealed('Ada');
  });
});

test('the last organizer cannot be retired, by name or by key, and nobody is retired twice', async () => {
  const { recipient } = await newIdentity();
  const [first] = await organizerKeys(context.store.read);
  for (const key of ['first', first!.recipient]) expect(await retireOrganizerKey(context, key)).toBe('last');
  await addOrganizerKey(context, 'Ada', recipient);
  expect(await retireOrganizerKey(context, recipient)).toBe('retired');
  expect(await retireOrganizerKey(context, 'Ada')).toBe('unknown');
  expect(await retireOrganizerKey(context, 'first')).toBe('last');
  expect((await organizerKeys(context.store.read)).map(({ retired_at }) => retired_at === null)).toEqual([true, false]);
});
