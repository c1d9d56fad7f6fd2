import { afterEach, beforeEach, expect, test } from 'vitest';
import { longestMailDelayDays } from '../../src/domain/limits.ts';
import { daySeconds } from '../../src/domain/clock.ts';
import { claimSeconds } from '../../src/mail/line.ts';
import { longestWaitSeconds } from '../../src/mail/backoff.ts';
import { boundWaits } from '../../src/store/claims.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { postMails } from '../support/an-outbox.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

/** In seconds from now, after waits were bounded. */
async function waitOf(wait: number, attempts: number): Promise<number> {
  const now = context.now();
  await postMails(context, 1);
  await context.store.write((writing) =>
    writing.db
      .updateTable('messages')
      .set({ due_at: now + wait, attempts })
      .execute(),
  );
  await context.store.write((writing) =>
    boundWaits(writing, {
      now,
      longest: longestWaitSeconds,
      longestUntried: longestMailDelayDays * daySeconds,
      leaseSeconds: claimSeconds,
    }),
  );
  const { due_at } = await context.store.read.selectFrom('messages').select('due_at').executeTakeFirstOrThrow();
  return due_at - now;
}

test('somebody whose mail stands in a long line to its mail domain keeps their place', async () => {
  expect(await waitOf(2 * 3600, 0)).toBe(2 * 3600);
});

test('what was put off by a clock that was ahead goes out today', async () => {
  expect(await waitOf(2 * 3600, 3)).toBeLessThanOrEqual(0);
});

test('nothing waits for longer than a week, whatever the clock said', async () => {
  expect(await waitOf(8 * daySeconds, 0)).toBeLessThanOrEqual(0);
});
