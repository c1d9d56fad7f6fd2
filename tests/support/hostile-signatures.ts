import type { Context, RunningCampaign } from '../../src/campaign/context.ts';
import type { Seals } from '../../src/campaign/keyring.ts';
import { sealSubmission } from '../../src/campaign/seal-submission.ts';
import { toHour } from '../../src/domain/clock.ts';
import type { SignatureInput } from '../../src/domain/signature.ts';
import { insertConfirmed } from '../../src/store/signatures.ts';
import { typed } from './a-signature.ts';

/** What people type to try an export, or because it is their name. */
const hostile = [
  '=1+1',
  '+49 30 1234',
  '-2+3',
  '@SUM(A1:A9)',
  '  ＝1+1',
  '\u200b=1+1',
  'O’Brien; "Pat", née Müller',
  '中文名字',
  'عائشة',
  'Zoë 👩‍👩‍👧',
  "'quoted'",
  'semi;colon',
  'true',
  '007',
];

/** Signatures whose values are all different. */
export const hostileSignatures = (count: number): SignatureInput[] =>
  Array.from({ length: count }, (_, at) =>
    typed({
      name: `${hostile[at % hostile.length]} ${at}`,
      email: `signer.${at}@example.org`,
      country: at % 2 === 0 ? 'DE' : 'FR',
      postcode: at % 3 === 0 ? String(10_000 + at) : '',
      comment: at % 5 === 0 ? `${hostile[at % hostile.length]}\nsecond line, “${at}”\n\n\tthird` : '',
      updates: at % 4 === 0,
      source: at % 10 === 0 ? 'leaflet' : '',
    }),
  );

/**
 * Stores them as if each had been sent by the form and confirmed, by the same code that seals those.
 * @param skipped numbers to leave out first, as if a campaign beside it had taken them
 */
export async function storeSigned(
  context: Context,
  campaign: RunningCampaign,
  inputs: readonly SignatureInput[],
  skipped = 0,
): Promise<void> {
  for (let at = 0; at < inputs.length; at += 500) {
    const some = inputs.slice(at, at + 500);
    const seals: Seals[] = [];
    while (seals.length < some.length) seals.push(await context.keyring.seals());
    await context.store.write(async (writing) => {
      const left = at === 0 ? skipped : 0;
      const first = left + (await writing.numbers.next(writing.db, 'signatures', left + some.length));
      const rows = some.map((input, n) => rowOf(context, campaign, seals[n]!, first + n, input));
      await insertConfirmed(writing, rows);
    });
  }
}

function rowOf({ vault, now }: Context, campaign: RunningCampaign, seals: Seals, id: number, input: SignatureInput) {
  const addressIndex = campaign.indexOf!(input.email);
  const secret = vault.newSecret();
  return {
    ...sealSubmission({ vault, seals, campaign, id, locale: 'en', input, secret, addressIndex, now: now() }),
    id,
    campaign_id: campaign.id,
    state: 'confirmed' as const,
    address_index: addressIndex,
    mail_day: 0,
    mails_that_day: 0,
    confirmed_at: toHour(now()),
  };
}
