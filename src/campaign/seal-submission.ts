import { toHour } from '../domain/clock.ts';
import { placeOf } from '../domain/place.ts';
import type { ShownName, SignatureInput, SignatureRecord } from '../domain/signature.ts';
import type { Submission } from '../store/schema.ts';
import { ownKey } from '../vault/own-key.ts';
import { sealRecord } from '../vault/seal.ts';
import type { Secret, Vault } from '../vault/vault.ts';
import type { RunningCampaign, Wording } from './context.ts';
import type { Seals } from './keyring.ts';

interface Submitted {
  vault: Vault;
  seals: Seals;
  campaign: RunningCampaign;
  /** The number of the signature that it is, or may replace. */
  id: number;
  locale: string;
  input: SignatureInput;
  secret: Secret;
  addressIndex: Buffer;
  now: number;
}

/**
 * A filled-in form as its row: what was typed is sealed twice, for organizers and for whoever gets the mail. What
 * the page may show after confirmation is sealed for the server too, and only where the signer chose that.
 */
export function sealSubmission({
  vault,
  seals,
  campaign,
  id,
  locale,
  input,
  secret,
  addressIndex,
  now,
}: Submitted): Submission {
  const { settings } = campaign;
  const wording = wordingIn(campaign, locale);
  const record = recordOf(campaign, input);
  const shown: ShownName = { name: record.name, comment: record.comment };
  const form = formOf(secret.hash);
  return {
    sealed: seals.record(placeOf.signature(settings.slug, id, form), record),
    epoch_id: seals.epochId,
    own: sealRecord(ownKey(secret.bytes), placeOf.ownSignature(settings.slug, id, form), record),
    form,
    to_show: input.public ? vault.sealForServer(placeOf.toShow(settings.slug, id, form), shown) : null,
    public: input.public ? 1 : 0,
    country: input.country,
    source: input.source,
    locale,
    petition_text_id: wording.petitionTextId,
    consent_text_id: wording.consentTextId,
    link_hash: secret.hash,
    code_hash: vault.codeHash('signature', id, addressIndex, secret.code),
    created_at: toHour(now),
  };
}

/** Which form the parts of a submission belong to. @param linkHash of the link that was mailed for it */
export const formOf = (linkHash: Buffer): Buffer => linkHash.subarray(0, 8);

/** What is sealed of a form: what the campaign asks for, and no more. */
export const recordOf = (
  { settings: { fields } }: Pick<RunningCampaign, 'settings'>,
  input: SignatureInput,
): SignatureRecord => ({
  name: input.name,
  email: input.email,
  postcode: fields.postcode ? input.postcode : '',
  comment: fields.comment ? input.comment : '',
  public: input.public,
  updates: input.updates,
});

/** What is shown now in a locale, or in the campaign's own. */
export function wordingIn({ settings, wordings }: RunningCampaign, locale: string): Wording {
  const wording = wordings[locale] ?? wordings[settings.defaultLocale];
  if (wording === undefined) throw new Error(`no wording of ${settings.slug} in ${locale}`);
  return wording;
}
