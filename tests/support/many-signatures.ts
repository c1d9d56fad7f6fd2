import { hourSeconds, toHour } from '../../src/domain/clock.ts';
import type { NewSignature, SignatureRow } from '../../src/store/schema.ts';
import { insertPublicName } from '../../src/store/public-names.ts';
import { insertSignatures } from '../../src/store/signatures.ts';
import type { RunningCampaign } from '../../src/campaign/context.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import type { TestContext } from './a-context.ts';
import { typed } from './a-signature.ts';

/** Two networks, as tags. */
export const networks = [Buffer.alloc(8, 1), Buffer.alloc(8, 2)] as const;
export const countries = ['DE', 'FR', 'GB'] as const;
export const sources = ['', 'flyer'] as const;

/** Stores so many signatures that differ in all that one can ask for; every third confirmed, some of these shown. */
export async function manySignatures(
  context: TestContext,
  count: number,
  {
    campaign = context.socialCredit,
    change = () => ({}),
  }: {
    campaign?: RunningCampaign;
    change?: (at: number) => Partial<NewSignature>;
  } = {},
): Promise<void> {
  await signPetition(context, campaign, 'en', typed({ email: `first${count}@example.org` }));
  const model = (await signaturesOf(context, campaign)).at(-1)!;
  const now = toHour(context.clock.at);
  await context.store.write(async (writing) => {
    const first = await writing.numbers.next(writing.db, 'signatures', count);
    for (let at = 0; at < count; at++) {
      const isConfirmed = at % 3 === 0;
      const row = {
        ...model,
        id: first + at,
        address_index: Buffer.concat([Buffer.from(String(first + at).padStart(12)), Buffer.alloc(4)]),
        state: isConfirmed ? ('confirmed' as const) : ('pending' as const),
        created_at: now - (at % 5) * hourSeconds,
        confirmed_at: isConfirmed ? now : null,
        country: countries[at % countries.length]!,
        source: sources[at % sources.length]!,
        network: networks[at % 7 === 0 ? 1 : 0],
        disposable: at % 4 === 0 ? (1 as const) : (0 as const),
        honeypot: at % 9 === 0 ? (1 as const) : (0 as const),
        origin: at % 11 === 0 ? ('import' as const) : ('site' as const),
        ...change(at),
      };
      await insertSignatures(writing, [row]);
      if (isConfirmed && at % 2 === 0) {
        const { id: signature_id, campaign_id, country } = row;
        await insertPublicName(writing, { signature_id, campaign_id, country, shown: Buffer.from('x'), shown_at: now });
      }
    }
  });
}

export const signaturesOf = (context: TestContext, { id } = context.socialCredit): Promise<SignatureRow[]> =>
  context.store.read.selectFrom('signatures').selectAll().where('campaign_id', '=', id).orderBy('id').execute();

/** Tallies that are not what counting the rows says; there must be none. */
export async function wrongTallies({ store: { read }, socialCredit: { id } }: TestContext): Promise<string[]> {
  const rows = await read.selectFrom('signatures').selectAll().where('campaign_id', '=', id).execute();
  const countBy = (some: SignatureRow[], key: (row: SignatureRow) => string): Record<string, number> =>
    Object.fromEntries([...Map.groupBy(some, key)].map(([name, { length }]) => [name, length]));
  const confirmed = rows.filter(({ state }) => state === 'confirmed');
  const here = confirmed.filter(({ origin }) => origin === 'site');
  const counts = await read.selectFrom('signature_counts').selectAll().where('campaign_id', '=', id).execute();
  const inCountries = await read.selectFrom('signature_countries').selectAll().where('campaign_id', '=', id).execute();
  const bySource = await read.selectFrom('signature_sources').selectAll().where('campaign_id', '=', id).execute();
  const hours = await read.selectFrom('signature_hours').selectAll().where('campaign_id', '=', id).execute();
  const rises = { confirmed: 1, reinstated: 1, withdrawn: -1, invalidated: -1, erased: -1 };
  const net = hours.reduce((sum, { event, count }) => sum + count * (rises[event as keyof typeof rises] ?? 0), 0);
  const tallied = (some: { count: number }[], key: (row: never) => string): Record<string, number> =>
    Object.fromEntries(some.filter(({ count }) => count !== 0).map((row) => [key(row as never), row.count]));
  const pairs: [string, unknown, unknown][] = [
    [
      'counts',
      tallied(
        counts.filter(({ state }) => state !== 'expired'),
        ({ origin, state }: SignatureRow) => `${origin} ${state}`,
      ),
      countBy(rows, ({ origin, state }) => `${origin} ${state}`),
    ],
    [
      'countries',
      tallied(inCountries, ({ origin, country }: SignatureRow) => `${origin} ${country}`),
      countBy(confirmed, ({ origin, country }) => `${origin} ${country}`),
    ],
    [
      'sources',
      tallied(
        bySource.filter(({ state }) => state === 'confirmed'),
        ({ source }: SignatureRow) => source,
      ),
      countBy(here, ({ source }) => source),
    ],
    ['hours', net, here.length],
  ];
  return pairs.flatMap(([what, tally, truth]) =>
    JSON.stringify(sorted(tally)) === JSON.stringify(sorted(truth))
      ? []
      : [`${what}: ${JSON.stringify({ tally, truth })}`],
  );
}

const sorted = (counts: unknown): unknown =>
  typeof counts === 'object' && counts !== null
    ? Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1))
    : counts;
