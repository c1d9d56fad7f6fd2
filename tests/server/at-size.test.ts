import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { typed } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

test('an export does not fail at thirty thousand rows: everybody is in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'campaign-kit-size-'));
  try {
    expect((await runCommand(folder, 'seed', 'social-credit', '--signatures', '31000')).code).toBe(0);
    const counted = JSON.parse((await runCommand(folder, 'stats', 'social-credit', '--json')).stdout) as {
      confirmed: number;
    };
    const [all, confirmed] = ['all.csv', 'confirmed.csv'].map((name) => join(folder, name));
    expect((await runCommand(folder, 'export', 'social-credit', '--all', '--out', all!)).code).toBe(0);
    expect((await runCommand(folder, 'export', 'social-credit', '--out', confirmed!)).code).toBe(0);
    const ids = async (file: string) =>
      (await readFile(file, 'utf8'))
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',', 1)[0]);
    expect(new Set(await ids(all!)).size).toBe(31_000);
    expect(await ids(confirmed!)).toHaveLength(counted.confirmed);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

/** So many rows more, by one statement: what they hold does not matter to those who sign. */
async function grow({ store }: TestContext, rows: number): Promise<void> {
  await store.write(async ({ db }) => {
    const { rows: columns } = await sql<{ name: string }>`select name from pragma_table_info('signatures')`.execute(db);
    const names = columns.map(({ name }) => name);
    const values = names.map((name) => {
      if (name === 'id') return 'at';
      if (name === 'address_index') return 'randomblob(16)';
      return ['sealed', 'own'].includes(name) ? 'zeroblob(100)' : name;
    });
    const many = `with recursive n (at) as (select 1000 union all select at + 1 from n where at < ${1000 + rows - 1})`;
    const model = 'select * from signatures order by id limit 1';
    await sql
      .raw(`insert into signatures (${names.join()}) ${many} select ${values.join()} from n, (${model})`)
      .execute(db);
    await sql`update sqlite_sequence set seq = ${rows + 5000} where name = 'signatures'`.execute(db);
  });
}

/** Milliseconds that a hundred signers take, thirty at a time: the quickest of some hundreds, as the machine does other things. */
async function quickest(context: TestContext, name: string): Promise<number> {
  const took: number[] = [];
  for (let hundred = 0; hundred < 6; hundred++) {
    const began = performance.now();
    for (let some = 0; some < 4; some++)
      await Promise.all(
        Array.from({ length: 25 }, (_, at) =>
          signPetition(
            context,
            context.socialCredit,
            'en',
            typed({ email: `${name}.${hundred}.${some}.${at}@example.org` }),
          ),
        ),
      );
    took.push(performance.now() - began);
  }
  return Math.min(...took);
}

test('signing takes as long in a petition of three hundred thousand as in a new one', async () => {
  const context = await aContext();
  try {
    const few = await quickest(context, 'early');
    await grow(context, 300_000);
    const many = await quickest(context, 'late');
    // It was 58 times at a million.
    expect(many / few).toBeLessThan(2.5);
    expect(
      await context.store.read
        .selectFrom('signatures')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirst(),
    ).toEqual({ rows: 301_200 });
  } finally {
    await context.remove();
  }
}, 120_000);
