import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { retain, retainTraces } from '../../src/campaign/retain.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { mailKeySeconds } from '../../src/domain/limits.ts';
import { placeOf } from '../../src/domain/place.ts';
import { openServerKey } from '../../src/vault/server-key.ts';
import { SealBroken } from '../../src/vault/seal.ts';
import { openVault } from '../../src/vault/vault.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, write } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';

/** A thief who takes the whole disk, with the server key, while the organizers' identity lies elsewhere. */
let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await aDirectory(context);
});
afterEach(() => context.remove());

const sign = (email: string, shown = false) =>
  signPetition(context, context.socialCredit, 'en', typed({ email, public: shown }));

const disk = (): Buffer =>
  Buffer.concat(
    ['', '-wal'].map((end) => {
      try {
        return readFileSync(join(context.config.dataDir, `campaign.db${end}`));
      } catch {
        return Buffer.of();
      }
    }),
  );

/** Whatever opens to the server key: sealed mail, texts of letters, names to show. */
async function sealedForTheServer(): Promise<Buffer[]> {
  const { read } = context.store;
  const mails = await read.selectFrom('messages').select('sealed').execute();
  const letters = await read.selectFrom('letters').select('text').execute();
  const keys = await read.selectFrom('letters').select('text_key').execute();
  const names = await read.selectFrom('signatures').select('to_show').execute();
  return [
    ...mails.map(({ sealed }) => sealed),
    ...letters.map(({ text }) => text),
    ...keys.map(({ text_key }) => text_key),
    ...names.map(({ to_show }) => to_show),
  ].filter((bytes) => bytes !== null && bytes.length > 0) as Buffer[];
}

test('opens the mail that waits, and once it went finds neither the mail nor its key, in the database or its log', async () => {
  await sign('sam@example.org', true);
  expect(await write(context, 'wanda@example.org')).toBe('written');
  const waiting = await sealedForTheServer();
  const keys = await context.store.read.selectFrom('mail_keys').select('wrapped').execute();
  expect(waiting.length).toBe(5);
  for (const bytes of waiting) expect(disk().includes(bytes)).toBe(true);

  await deliver(context);
  for (const email of ['sam@example.org', 'wanda@example.org'])
    expect(await confirmBy(context, email)).toBe('confirmed');
  await deliver(context);
  context.clock.at += 2 * mailKeySeconds;
  await retainTraces(context);
  expect(context.store.shred()).toBe(true);
  const kept = await context.store.read.selectFrom('letters').select(['text', 'text_key']).executeTakeFirstOrThrow();
  const isKept = (bytes: Buffer): boolean => bytes.equals(kept.text!) || bytes.equals(kept.text_key!);
  const gone = [...waiting.filter((bytes) => !isKept(bytes)), ...keys.map(({ wrapped }) => wrapped)];
  expect(gone.length).toBe(4);
  expect(gone.map((bytes) => disk().includes(bytes))).toEqual(gone.map(() => false));

  // A letter and its key stay until its text is scrubbed.
  context.clock.at += 29 * daySeconds;
  await retain(context, context.socialCredit);
  expect(context.store.shred()).toBe(true);
  for (const bytes of [kept.text!, kept.text_key!]) expect(disk().includes(bytes)).toBe(false);
});

test('SQLite’s WAL still holds what was deleted, also with secure_delete, and nothing of it after wal_checkpoint(TRUNCATE)', async () => {
  const people = Array.from({ length: 100 }, (_, at) => `sam${at}@example.org`);
  for (const email of people) await sign(email, true);
  const { store, socialCredit } = context;
  const rows = await store.read.selectFrom('signatures').select(['sealed', 'own', 'address_index']).execute();
  const parts = rows.flatMap(({ sealed, own, address_index }) => [sealed, own, address_index]);
  const found = (): number => {
    const bytes = disk();
    return parts.filter((part) => bytes.includes(part)).length;
  };
  expect(parts).toHaveLength(300);
  // The table itself is on the disk, and not only in the log.
  expect(store.shred()).toBe(true);
  for (const email of people)
    await erasePerson(context, { id: socialCredit.id, slug: 'social-credit' }, socialCredit.indexOf!(email));
  expect(await store.read.selectFrom('signatures').select('id').execute()).toEqual([]);
  expect(found()).toBeGreaterThan(0);
  expect(store.shred()).toBe(true);
  expect(found()).toBe(0);
});

test('opens with the server key what organizers and signers have sealed no more than anybody does', async () => {
  await sign('sam@example.org', true);
  await write(context, 'wanda@example.org');
  await deliver(context);
  for (const email of ['sam@example.org', 'wanda@example.org']) await confirmBy(context, email);
  await deliver(context);

  const { config, store } = context;
  const vault = openVault(openServerKey(config.serverKeyFile));
  const [sam] = await store.read.selectFrom('signatures').selectAll().execute();
  const [wanda] = await store.read.selectFrom('letters').selectAll().execute();
  const [name] = await store.read.selectFrom('public_names').selectAll().execute();
  const slug = 'social-credit';
  expect(vault.openForServer(placeOf.shown(slug, sam!.id), name!.shown)).toMatchObject({ name: 'Sam Example' });
  const attempts: [string, Buffer][] = [
    [placeOf.signature(slug, sam!.id, sam!.form), sam!.sealed],
    [placeOf.ownSignature(slug, sam!.id, sam!.form), sam!.own],
    [placeOf.letter(slug, wanda!.id), wanda!.sealed],
    [placeOf.ownLetter(slug, wanda!.id), wanda!.own],
    [placeOf.letterText(slug, wanda!.id), wanda!.text!],
  ];
  const wrappedKeys = [
    ...(await store.read.selectFrom('mail_keys').selectAll().execute()).map((key) => ({
      place: placeOf.mailKey(key.period),
      wrapped: key.wrapped,
    })),
    ...(await store.read.selectFrom('campaigns').selectAll().execute()).map((row) => ({
      place: placeOf.indexKey(slug),
      wrapped: row.index_key!,
    })),
  ];
  expect(wrappedKeys).toHaveLength(2);
  for (const [place, sealed] of attempts) {
    expect(() => vault.openForServer(place, sealed)).toThrow(SealBroken);
    for (const { place: keyPlace, wrapped } of wrappedKeys) {
      expect(() => vault.unwrapKey(keyPlace, wrapped)).not.toThrow();
      expect(() => vault.openByWrappedKey(keyPlace, wrapped, sealed)).toThrow(SealBroken);
    }
  }
});
