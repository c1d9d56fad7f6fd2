import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { erasePerson } from '../../src/campaign/erase-person.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { startClock } from '../../src/server-clock.ts';
import { signatureCounts } from '../../src/store/signatures.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, write } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';

/** What a server that runs on does by itself, with its timers turned by hand. */
let context: TestContext;
let stop: (() => Promise<void>) | undefined;
const logged: string[] = [];
beforeEach(async () => {
  context = await aContext();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  await stop?.();
  vi.useRealTimers();
  await context.remove();
  // oxlint-disable-next-line vitest/no-standalone-expect -- neither story may have any trouble
  expect(logged.splice(0)).toEqual([]);
});

const start = (): void => {
  const log = { info: () => undefined, error: (event: string) => void logged.push(event) };
  stop = startClock(
    { ...context, pages: { clear: () => undefined }, sending: { real: false } },
    log,
    () => context.clock.at,
  );
};
const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));
const pending = async () => (await signatureCounts(context.store.read, context.socialCredit.id)).pending;
const untilPending = (count: number) => vi.waitFor(async () => expect(await pending()).toBe(count), 2000);

test('a server that was down for a week forgets what is due when it starts, and from then on by the hour', async () => {
  await sign('sam@example.org');
  context.clock.at += 8 * daySeconds;
  await sign('sue@example.org');
  start();
  await untilPending(1);
  context.clock.at += 8 * daySeconds;
  vi.advanceTimersByTime(3_599_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await pending()).toBe(1);
  vi.advanceTimersByTime(1000);
  await untilPending(0);
});

test('a writer is asked within the hour in which it is due, by a server that runs on', async () => {
  const asked = async () =>
    (await context.store.read.selectFrom('messages').selectAll().execute()).filter(
      ({ kind }) => kind === 'did-they-answer',
    ).length;
  await aDirectory(context);
  await write(context, 'wanda@example.org');
  await deliver(context);
  expect(await confirmBy(context, 'wanda@example.org')).toBe('confirmed');
  await deliver(context);
  start();
  context.clock.at += 14 * daySeconds;
  vi.advanceTimersByTime(3_599_000);
  expect(await asked()).toBe(0);
  vi.advanceTimersByTime(1000);
  await vi.waitFor(async () => expect(await asked()).toBe(1), 2000);
});

test('whoever erased everything is wiped off the disk within a minute', async () => {
  await sign('sam@example.org');
  const [row] = await context.store.read.selectFrom('signatures').selectAll().execute();
  const onDisk = (): boolean =>
    ['campaign.db', 'campaign.db-wal'].some((file) =>
      readFileSync(join(context.config.dataDir, file)).includes(row!.sealed),
    );
  start();
  await erasePerson(context, { id: context.socialCredit.id, slug: 'social-credit' }, row!.address_index);
  expect(onDisk()).toBe(true);
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(onDisk()).toBe(false), 2000);
});
