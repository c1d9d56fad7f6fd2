import { dayOf, toHour } from '../domain/clock.ts';
import type { LetterInput, LetterText, OwnWriterRecord, WriterRecord } from '../domain/letter.ts';
import { placeOf } from '../domain/place.ts';
import { templateTenths } from '../domain/template-share.ts';
import { isClosed, letterTextsIn } from '../settings/campaign.ts';
import type { Sending } from '../store/fit-representatives.ts';
import { insertLetter } from '../store/letters.ts';
import { mailStanding } from '../store/mail-standings.ts';
import { insertInVain, insertMessages } from '../store/outbox.ts';
import { signatureOfAddress } from '../store/signatures.ts';
import { ownKey } from '../vault/own-key.ts';
import { keyOf, sealRecord } from '../vault/seal.ts';
import type { Secret, Vault } from '../vault/vault.ts';
import type { Context, RunningCampaign } from './context.ts';
import type { Seals } from './keyring.ts';
import { mayMail } from './mail-allowance.ts';
import { sealMail } from './post-mail.ts';
import { targetedRepresentatives } from './targeted-representatives.ts';

/** `written` and `mailed-enough` look the same on the page. */
export type WriteOutcome = 'written' | 'mailed-enough' | 'closed' | 'unknown-representative';

/** Stores a letter as pending and sealed, with the mail that asks its writer's address to verify it. */
export async function writeLetter(
  context: Context,
  campaign: RunningCampaign,
  locale: string,
  sending: Sending,
  input: LetterInput,
): Promise<WriteOutcome> {
  const { store, vault, keyring, mailPace, now } = context;
  const at = now();
  if (isClosed(campaign.settings, at) || campaign.indexOf === undefined) return 'closed';
  if ((await targetedRepresentatives(context, campaign.settings, sending, input)) === undefined)
    return 'unknown-representative';
  const addressIndex = campaign.indexOf(input.email);
  const secret = vault.newSecret();
  const seals = await keyring.seals();
  const templates = letterTextsIn(campaign.settings, locale);
  const templateShare = Math.max(0, ...templates.map(({ body }) => templateTenths(input.body, body)));

  return store.write(async (writing) => {
    const signature = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    const id = await writing.numbers.next(writing.db, 'letters');
    const data = { token: vault.token('letter', id, secret), code: secret.code };
    const message = { kind: 'verify-letter' as const, data };
    const mail = sealMail(seals, { campaign, locale, to: input.email, addressIndex, message, now: at });
    const sealed = sealLetter({ vault, seals, slug: campaign.settings.slug, id, input, secret });
    const today = dayOf(at);
    const standing = await mailStanding(writing.db, campaign.id, addressIndex, today);
    if (!mayMail({ signature, standing, today, purpose: 'letter' })) {
      await insertInVain(writing, [mail]);
      return 'mailed-enough';
    }
    const row = {
      ...sealed,
      id,
      campaign_id: campaign.id,
      state: 'pending' as const,
      address_index: addressIndex,
      country: input.country,
      locale,
      link_hash: secret.hash,
      code_hash: vault.codeHash('letter', id, addressIndex, secret.code),
      mail_day: today,
      created_at: toHour(at),
      verified_at: null,
      scrubbed_at: null,
      template_share: templateShare,
    };
    await insertLetter(writing, row, input.representatives);
    await insertMessages(writing, [{ ...mail, delay: mailPace.delayOf(input.email) }]);
    return 'written';
  });
}

interface Written {
  vault: Vault;
  seals: Seals;
  slug: string;
  id: number;
  input: LetterInput;
  secret: Secret;
}

/** The writer for organizers, the writer and the letter for the writer, and the letter for its way. */
function sealLetter({ vault, seals, slug, id, input, secret }: Written) {
  const { name, email, postcode, subject, body } = input;
  const place = placeOf.letterText(slug, id);
  const { bytes, wrapped } = vault.newKey(place);
  const writer: WriterRecord = { name, email, postcode };
  const own: OwnWriterRecord = { ...writer, textKey: bytes.toString('base64') };
  const text: LetterText = { name, email, postcode, subject, body };
  return {
    sealed: seals.record(placeOf.letter(slug, id), writer),
    epoch_id: seals.epochId,
    own: sealRecord(ownKey(secret.bytes), placeOf.ownLetter(slug, id), own),
    text: sealRecord(keyOf(bytes), place, text),
    text_key: wrapped,
  };
}
