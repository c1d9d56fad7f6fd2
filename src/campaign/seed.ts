import { daySeconds, toHour } from '../domain/clock.ts';
import { countryCodes } from '../domain/countries.ts';
import { placeOf } from '../domain/place.ts';
import type { SignatureInput } from '../domain/signature.ts';
import { insertPublicNames } from '../store/public-names.ts';
import { insertConfirmed } from '../store/signatures.ts';
import type { Secret } from '../vault/vault.ts';
import type { Context, RunningCampaign } from './context.ts';
import type { Seals } from './keyring.ts';
import { sealSubmission } from './seal-submission.ts';

/** SQLite takes 32,766 values a statement; more rows at once gain nothing. */
const rowsAtOnce = 512;
const spreadSeconds = 30 * daySeconds;

/**
 * Fills a campaign with made-up, confirmed signatures, sealed like real ones and spread over the last 30 days: for
 * trying things at size. Their addresses end in `.example`, where no mail ever goes. Can be interrupted and run again.
 * @returns after each handful, how many it was
 */
export async function* seedSignatures(
  context: Context,
  campaign: RunningCampaign,
  count: number,
): AsyncGenerator<number> {
  for (let done = 0; done < count;) {
    const size = Math.min(rowsAtOnce, count - done);
    await seedSome(context, campaign, size);
    done += size;
    yield size;
  }
}

async function seedSome(context: Context, campaign: RunningCampaign, size: number): Promise<void> {
  // Nobody gets their links: one secret for all of a handful takes a third off.
  const secret = context.vault.newSecret();
  const seals: Seals[] = [];
  while (seals.length < size) seals.push(await context.keyring.seals());
  await context.store.write(async (writing) => {
    const first = await writing.numbers.next(writing.db, 'signatures', size);
    const rows = seals.map((seal, at) => madeUp(context, campaign, { seals: seal, secret, id: first + at }));
    await insertConfirmed(
      writing,
      rows.map(({ row }) => row),
    );
    await insertPublicNames(
      writing,
      campaign.id,
      rows.filter(({ input }) => input.public).map(({ row, input }) => shownName(context, campaign, row, input)),
    );
  });
}

function madeUp(
  { vault, now }: Context,
  campaign: RunningCampaign,
  { seals, secret, id }: { seals: Seals; secret: Secret; id: number },
) {
  if (campaign.indexOf === undefined) throw new Error('the campaign was closed for good');
  const input: SignatureInput = {
    name: `Signer Example ${id}`,
    email: `signer${id}@seed.example`,
    country: countryCodes[id % countryCodes.length] ?? 'DE',
    postcode: String(10_000 + (id % 90_000)),
    comment: id % 3 === 0 ? `Made-up comment number ${id}, to try things at size.` : '',
    public: id % 20 === 0,
    updates: id % 4 === 0,
    source: id % 5 === 0 ? 'seed' : '',
  };
  const at = now() - (id % spreadSeconds);
  const addressIndex = campaign.indexOf(input.email);
  const locale = campaign.settings.defaultLocale;
  const submission = sealSubmission({ vault, seals, campaign, id, locale, input, secret, addressIndex, now: at });
  const row = {
    ...submission,
    id,
    campaign_id: campaign.id,
    state: 'confirmed' as const,
    address_index: addressIndex,
    to_show: null,
    mail_day: 0,
    mails_that_day: 0,
    confirmed_at: toHour(at),
  };
  return { row, input };
}

function shownName(
  { vault }: Context,
  { settings }: RunningCampaign,
  row: { id: number; campaign_id: number; country: string; confirmed_at: number },
  { name, comment }: SignatureInput,
) {
  const { id: signature_id, campaign_id, country, confirmed_at: shown_at } = row;
  const shown = vault.sealForServer(placeOf.shown(settings.slug, signature_id), { name, comment });
  return { signature_id, campaign_id, country, shown_at, shown };
}
