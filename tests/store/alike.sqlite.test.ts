import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, write } from '../support/a-delivery.ts';
import { typed } from '../support/a-signature.ts';

let context: TestContext;
beforeEach(async () => {
  context = await aContext();
});
afterEach(() => context.remove());

const sign = (email: string) => signPetition(context, context.socialCredit, 'en', typed({ email }));

/** Rows that are written while somebody waits for an answer. */
async function written(act: () => Promise<string>): Promise<{ outcome: string; rows: number }> {
  const total = async (): Promise<number> =>
    context.store.write(async ({ db }) => {
      const { rows } = await sql<{ total: number }>`select total_changes() as total`.execute(db);
      return rows[0]!.total;
    });
  const before = await total();
  const outcome = await act();
  return { outcome, rows: (await total()) - before };
}

const stored = async () => ({
  letters: await context.store.read.selectFrom('letters').select('id').execute(),
  deliveries: await context.store.read.selectFrom('deliveries').select('id').execute(),
  messages: await context.store.read.selectFrom('messages').select('id').execute(),
  signatures: await context.store.read.selectFrom('signatures').selectAll().execute(),
  waiting: await context.store.read.selectFrom('outbox_counts').selectAll().execute(),
  counts: await context.store.read.selectFrom('letter_counts').select('count').where('count', '<>', 0).execute(),
});

test.each([
  ['a signer', sign],
  ['a writer', (email: string) => write(context, email)],
])(
  'for %s who was mailed often enough today about as much is written as for a new one, and nothing stays',
  async (_, act) => {
    await aDirectory(context);
    // What is written once for everybody is written.
    await act('first@example.org');
    for (let mail = 0; mail < 3; mail++) await act('blocked@example.org');
    const fresh = await written(() => act('new@example.org'));
    const before = await stored();
    const blocked = await written(() => act('blocked@example.org'));
    expect(blocked.outcome).toBe('mailed-enough');
    expect(blocked.rows).toBeGreaterThan(fresh.rows / 2);
    expect(await stored()).toEqual(before);
  },
);
