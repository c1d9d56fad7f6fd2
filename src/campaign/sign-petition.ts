import { dayOf } from '../domain/clock.ts';
import { isDisposable } from '../domain/disposable.ts';
import type { Message } from '../domain/message.ts';
import { isElsewhere, linkLapsed, type SignatureInput } from '../domain/signature.ts';
import { isClosed } from '../settings/campaign.ts';
import { deleteResubmissions, insertResubmission, waitingResubmissions } from '../store/resubmissions.ts';
import type { SignatureRow } from '../store/schema.ts';
import { insertSignature, signatureOfAddress, updateSignature } from '../store/signatures.ts';
import { tallyForm } from '../store/trends.ts';
import type { LinkKind } from '../vault/vault.ts';
import type { Context, RunningCampaign } from './context.ts';
import { mayMail } from './mail-allowance.ts';
import { mintLink } from './mint-link.ts';
import { postMail, postNothing } from './post-mail.ts';
import { sealSubmission } from './seal-submission.ts';

/** What the page may tell; it tells the same for all but `closed` and `paused`, so that nobody learns who signed. */
export type SignOutcome = 'signed' | 'signed-again' | 'already-signed' | 'mailed-enough' | 'closed' | 'paused';

/**
 * Stores a signature as pending and sealed, with the mail that asks its address to confirm it. Where the address has one
 * already, nothing of that changes before the new mail is answered: anybody can type anybody's address.
 * @param network the tag of the network that the form came from, where it is known
 */
export async function signPetition(
  context: Context,
  campaign: RunningCampaign,
  locale: string,
  input: SignatureInput,
  network: Buffer | null = null,
): Promise<SignOutcome> {
  const { store, vault, keyring } = context;
  const at = context.now();
  if (isClosed(campaign.settings, at) || campaign.indexOf === undefined || campaign.domainTagOf === undefined)
    return 'closed';
  if (campaign.settings.signingPaused === true) return 'paused';
  const addressIndex = campaign.indexOf(input.email);
  const mailDomain = campaign.domainTagOf(input.email);
  const disposable = isDisposable(input.email);
  const secret = vault.newSecret();
  const seals = await keyring.seals();

  return store.writeAbout(`${campaign.id} ${addressIndex.toString('hex')}`, async (writing) => {
    const before = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    const id = before?.id ?? (await writing.numbers.next(writing.db, 'signatures'));
    // Sealed whether or not it will be stored: the time that an answer takes tells nobody who has signed.
    const sealed = sealSubmission({ vault, seals, campaign, id, locale, input, secret, addressIndex, now: at });
    const submission = { ...sealed, network };
    const domain = { mail_domain: mailDomain, disposable: disposable ? (1 as const) : (0 as const) };
    tallyForm(writing, { campaignId: campaign.id, receivedAt: at, network, mailDomain, disposable });
    const asked = { campaignId: campaign.id, addressIndex, signature: before, now: at, purpose: 'signature' as const };
    const mail = { campaign, locale, to: input.email, addressIndex, now: at };
    const post = (message: Message): Promise<void> => postMail(writing, seals, { ...mail, message });
    const confirmation = (kind: LinkKind, row: number): Message => ({
      kind: 'confirm-signature',
      data: { token: vault.token(kind, row, secret), code: secret.code },
    });
    if (!(await mayMail(writing, asked))) {
      await postNothing(writing, seals, { ...mail, message: confirmation('signature', id) });
      return 'mailed-enough';
    }
    const mailed = mailedOnceMore(before, at);

    if (before === undefined) {
      const first = { id, campaign_id: campaign.id, address_index: addressIndex, state: 'pending', confirmed_at: null };
      await insertSignature(writing, { ...submission, ...first, ...domain, ...mailed, state: 'pending' });
      await post(confirmation('signature', id));
      return 'signed';
    }
    const { unconfirmedDays } = campaign.settings.retention;
    const isOver = (form: { created_at: number }): boolean => linkLapsed(form.created_at, unconfirmedDays, at);
    const waiting = (await waitingResubmissions(writing.db, id)).filter((form) => !isOver(form));
    // What was taken out before anybody had confirmed it may be a stranger's doing: its address's owner begins anew.
    const neverWas = before.state === 'invalidated' && before.confirmed_at === null;
    if (neverWas || (before.state === 'pending' && isOver(before) && waiting.length === 0)) {
      await deleteResubmissions(writing, id);
      const anew = { ...domain, state: 'pending' as const, confirmed_at: null, invalidation_id: null };
      await updateSignature(writing, before, { ...submission, ...mailed, ...anew }, at);
      await post(confirmation('signature', id));
      return 'signed-again';
    }
    if (before.state === 'pending' || before.state === 'withdrawn' || isElsewhere(before)) {
      await updateSignature(writing, before, mailed, at);
      await post(confirmation('resubmission', await insertResubmission(writing, id, submission)));
      return 'signed-again';
    }
    await updateSignature(writing, before, mailed, at);
    // To the address as it was typed now, which is the same mailbox: how it was first typed, only organizers can open.
    const token = await mintLink(writing, vault, { ...asked, alone: false });
    await post({ kind: 'already-signed', data: { token, invalidated: before.state === 'invalidated' } });
    return 'already-signed';
  });
}

function mailedOnceMore(before: SignatureRow | undefined, now: number): { mail_day: number; mails_that_day: number } {
  const today = dayOf(now);
  return { mail_day: today, mails_that_day: before?.mail_day === today ? before.mails_that_day + 1 : 1 };
}
