import { assert, asyncProperty } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryById } from '../../src/store/directories.ts';
import { fact, setFact } from '../../src/store/facts.ts';
import { organizerByHandle } from '../../src/store/organizers.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { fuzzRuns, hostileText } from '../support/hostile-text.ts';

let context: TestContext;
beforeAll(async () => {
  context = await aContext();
});
afterAll(() => context.remove());

test('whatever somebody is looked for by finds nobody, and breaks nothing', async () => {
  const { read } = context.store;
  await assert(
    asyncProperty(hostileText, async (text) => {
      expect(await organizerByHandle(read, text)).toBeUndefined();
      expect(await directoryById(read, text)).toBeUndefined();
    }),
    { numRuns: fuzzRuns(200) },
  );
  expect(await organizerByHandle(read, 'olga\0')).toBeUndefined();
});

test('text keeps its bytes, whatever there is in it but NUL and half a character', async () => {
  const { store } = context;
  await assert(
    asyncProperty(hostileText, async (text) => {
      const kept = text.toWellFormed().replaceAll('\0', '');
      await store.write((writing) => setFact(writing, 'a test', kept));
      expect(await fact(store.read, 'a test')).toBe(kept);
    }),
    { numRuns: fuzzRuns(60) },
  );
});
