import { afterAll, beforeAll, expect, test } from 'vitest';
import { countSignatures, sealedSignatures } from '../../src/store/sealed-signatures.ts';
import { lastSignatureId } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { hostileSignatures, storeSigned } from '../support/hostile-signatures.ts';

let context: TestContext;
const signed = hostileSignatures(30);

/** Ten signatures, then numbers that a large campaign beside it would have taken, then twenty more. */
beforeAll(async () => {
  context = await aContext();
  await storeSigned(context, context.socialCredit, signed.slice(0, 10));
  await storeSigned(context, context.socialCredit, signed.slice(10), 10_000);
});
afterAll(() => context.remove());

async function pages(through: number, most: number) {
  const { store, socialCredit } = context;
  const all: number[][] = [];
  for (let after: number | null = 0; after !== null;) {
    const page = await sealedSignatures(store.read, socialCredit.id, ['confirmed'], { after, through, most });
    all.push(page.rows.map(({ id }) => id));
    after = page.next;
  }
  return all;
}

test('pages hold every signature once, by rising number', async () => {
  const through = await lastSignatureId(context.store.read);
  const ids = (await pages(through, 7)).flat();
  expect(ids).toHaveLength(30);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  expect(ids.at(-1)).toBe(through);
});

test('a page ends after so many rows of other campaigns, and may be empty', async () => {
  const lengths = (await pages(await lastSignatureId(context.store.read), 500)).map(({ length }) => length);
  expect(lengths).toEqual([10, 0, 20]);
});

test('the last page says so, full or not', async () => {
  const through = await lastSignatureId(context.store.read);
  expect((await pages(through, 10)).map(({ length }) => length)).toEqual([10, 0, 0, 10, 10]);
  expect((await pages(5, 5)).map(({ length }) => length)).toEqual([5]);
  expect(await pages(0, 5)).toEqual([[]]);
});

test('whatever came in later is not among them, nor another campaign’s, nor another state', async () => {
  const { store, socialCredit } = context;
  expect((await pages(4, 500)).flat()).toHaveLength(4);
  const range = { after: 0, through: 20_000, most: 500 };
  expect((await sealedSignatures(store.read, socialCredit.id + 1, ['confirmed'], range)).rows).toEqual([]);
  expect((await sealedSignatures(store.read, socialCredit.id, ['pending'], range)).rows).toEqual([]);
  expect(await countSignatures(store.read, socialCredit.id, ['confirmed', 'pending'])).toBe(30);
});
