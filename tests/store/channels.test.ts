import { afterEach, beforeEach, expect, test } from 'vitest';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, confirmBy, deliver, mailbox, write } from '../support/a-delivery.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
  await aDirectory(context);
});
afterEach(() => context.remove());

test('a letter in the outbox goes to no address that has refused mail meanwhile', async () => {
  await write(context, 'wanda@example.org');
  await deliver(context);
  expect(await confirmBy(context, 'wanda@example.org')).toBe('confirmed');
  await context.store.write((writing) =>
    writing.db
      .updateTable('representatives')
      .set({ bounced_at: context.clock.at, phone: '+44 20 7946 0123' })
      .where('email', '=', 'ada.example@example.org')
      .execute(),
  );
  await deliver(context);
  const letters = (await mailbox(context)).filter(({ id }) => /^\d+-letter$/.test(id));
  expect(letters.map(({ to }) => to)).toEqual(['Sam Sample <sam.sample@example.org>']);
  const states = await context.store.read.selectFrom('deliveries').select('state').orderBy('id').execute();
  expect(states.map(({ state }) => state).toSorted()).toEqual(['failed', 'sent']);
});
