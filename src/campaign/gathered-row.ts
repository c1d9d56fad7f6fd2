import { toHour } from '../domain/clock.ts';
import { isDisposable } from '../domain/disposable.ts';
import { placeOf } from '../domain/place.ts';
import type { GatheredSignature, Origin } from '../domain/signature.ts';
import type { NewSignature } from '../store/schema.ts';
import type { Context, RunningCampaign } from './context.ts';
import type { Seals } from './keyring.ts';
import { formOf, recordOf, wordingIn } from './seal-submission.ts';

/**
 * A signature that was gathered elsewhere as its row: sealed for organizers, and for nobody else. No mail goes out, so there is no link that
 * could open it, and no code: what stands in their place fits nothing.
 */
export function gatheredRow(
  { vault, now }: Pick<Context, 'vault' | 'now'>,
  campaign: RunningCampaign,
  seals: Seals,
  id: number,
  origin: Exclude<Origin, 'site'>,
  { input, signedOn, addressIndex }: GatheredSignature & { addressIndex: Buffer },
) {
  const { settings, domainTagOf } = campaign;
  const wording = wordingIn(campaign, settings.defaultLocale);
  const { hash } = vault.newSecret();
  const form = formOf(hash);
  const at = signedOn === '' ? toHour(now()) : Date.parse(`${signedOn}T00:00:00Z`) / 1000;
  const hasAddress = input.email !== '';
  return {
    id,
    campaign_id: campaign.id,
    state: 'confirmed',
    origin,
    address_index: addressIndex,
    sealed: seals.record(placeOf.signature(settings.slug, id, form), recordOf(campaign, input)),
    epoch_id: seals.epochId,
    own: Buffer.alloc(0),
    form,
    to_show: null,
    public: input.public ? 1 : 0,
    country: input.country,
    source: '',
    locale: settings.defaultLocale,
    petition_text_id: wording.petitionTextId,
    consent_text_id: wording.consentTextId,
    link_hash: hash,
    code_hash: vault.newSecret().hash.subarray(0, 16),
    mail_domain: hasAddress && domainTagOf !== undefined ? domainTagOf(input.email) : null,
    disposable: hasAddress && isDisposable(input.email) ? 1 : 0,
    mail_day: 0,
    mails_that_day: 0,
    created_at: at,
    confirmed_at: at,
  } satisfies NewSignature;
}
