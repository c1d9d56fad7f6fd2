import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetKeyPlaces, openKeyPlaces } from '../../src/campaign/key-places.ts';
import { placeName } from '../../src/place-name.ts';
import { aContext, type TestContext } from '../support/a-context.ts';

let context: TestContext;
/** The servers that the organizers’ key lies on. */
let holding: Set<string>;
beforeEach(async () => {
  context = await aContext();
  await context.store.write(forgetKeyPlaces);
  holding = new Set();
});
afterEach(() => context.remove());

/** One of several on the database. */
const server = (name: string) =>
  openKeyPlaces(context.store, { name: () => name, shared: true, isHere: () => holding.has(name) });

test('a server without the organizers’ key knows that another holds it, until it is gone there', async () => {
  holding.add('first');
  const first = await server('first');
  const second = await server('second');
  expect([first.onServer(), second.onServer()]).toEqual([true, true]);
  // The second one takes nothing back that it has not noted.
  await second.look();
  expect((await server('third')).onServer()).toBe(true);

  holding.delete('first');
  expect([first.changedHere(), second.changedHere()]).toEqual([true, false]);
  await first.look();
  await second.look();
  expect([first.onServer(), second.onServer(), first.changedHere()]).toEqual([false, false, false]);
});

test('a server that stood still while its key was taken away says so when it starts again', async () => {
  holding.add('first');
  await server('first');
  holding.delete('first');
  expect((await server('second')).onServer()).toBe(true);
  await server('first');
  expect((await server('second')).onServer()).toBe(false);
});

test('once the key was protected no server holds it, but one that still does says so again', async () => {
  holding.add('first').add('second');
  await server('first');
  const second = await server('second');
  holding.delete('first');
  await context.store.write(forgetKeyPlaces);
  const third = await server('third');
  expect(third.onServer()).toBe(false);
  await second.look();
  await third.look();
  expect(third.onServer()).toBe(true);
});

test('a server has one name at each start, and one of its own on whatever machine its folder lies', () => {
  const folder = join(context.config.dataDir, 'first');
  const [name, again, other] = [folder, folder, join(context.config.dataDir, 'second')].map(placeName);
  expect(again).toBe(name);
  expect(other).not.toBe(name);
  // Of this machine its name says nothing.
  rmSync(join(folder, 'place-name'));
  expect(placeName(folder)).not.toBe(name);
  expect(readdirSync(folder)).toEqual(['place-name']);
});
