import { expect, test } from 'vitest';
import { noted } from '../../src/http/organize/pack.ts';

async function* parts(count: { written: number }): AsyncGenerator<string> {
  yield 'head';
  count.written += 1;
  yield 'name';
}

/** A pack, and what the log gets of its end. */
function aPack(write: typeof parts = parts) {
  const ends: [boolean, number][] = [];
  const pack = noted(write, (whole, written) => Promise.resolve(ends.push([whole, written])));
  return { pack, ends };
}

test('a pack that was read to its end is noted as whole, once', async () => {
  const { pack, ends } = aPack();
  const read: string[] = [];
  for await (const part of pack) read.push(part);
  expect(read).toEqual(['head', 'name']);
  expect(ends).toEqual([[true, 1]]);
});

test.each([0, 1, 2])('a browser that leaves after %i parts is noted as having stopped', async (many) => {
  const { pack, ends } = aPack();
  const reading = pack[Symbol.asyncIterator]();
  for (let at = 0; at < many; at++) await reading.next();
  await reading.return?.();
  expect(ends).toEqual([[false, many === 2 ? 1 : 0]]);
});

test('a pack that breaks is noted too, and what broke it is told', async () => {
  const { pack, ends } = aPack(async function* (count) {
    yield* parts(count);
    throw new Error('the disk is gone');
  });
  const read = async (): Promise<void> => {
    for await (const part of pack) expect(part).not.toBe('');
  };
  await expect(read()).rejects.toThrow('the disk is gone');
  expect(ends).toEqual([[false, 1]]);
});
