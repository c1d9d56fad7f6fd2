import { dayOf } from '../domain/clock.ts';
import { countsToday } from '../domain/limits.ts';
import { isElsewhere, linkLapsed } from '../domain/signature.ts';
import { insertMessages, type NewMessage } from '../store/outbox.ts';
import { deleteResubmissions, insertResubmission, waitingResubmissions } from '../store/resubmissions.ts';
import type { SignatureRow, Submission } from '../store/schema.ts';
import { updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import { mintLink } from './mint-link.ts';
import { postMail } from './post-mail.ts';
import { inLine, sealConfirmation, type SentForm } from './sent-form.ts';

interface Again {
  signature: SignatureRow;
  submission: Submission;
  /** The mail, if the form takes the signature's place. */
  confirmation: NewMessage;
}

/** What becomes of a form whose address has signed before, or of which somebody has said so. */
export async function signAgain(
  writing: Writing,
  form: SentForm,
  { signature, submission, confirmation }: Again,
): Promise<'signed-again' | 'already-signed'> {
  const { vault, campaign, at, addressIndex, seals, locale, input } = form;
  const { id } = signature;
  const mailed = mailedOnceMore(signature, dayOf(at));
  const { unconfirmedDays } = campaign.settings.retention;
  const isOver = (sent: { created_at: number }): boolean => linkLapsed(sent.created_at, unconfirmedDays, at);
  const waiting = (await waitingResubmissions(writing.db, id)).filter((sent) => !isOver(sent));
  // What was taken out before anybody had confirmed it may be a stranger's doing: its address's owner begins anew.
  const neverWas = signature.state === 'invalidated' && signature.confirmed_at === null;
  if (neverWas || (signature.state === 'pending' && isOver(signature) && waiting.length === 0)) {
    await deleteResubmissions(writing, id);
    const domain = { mail_domain: form.mailDomain, disposable: form.disposable ? (1 as const) : (0 as const) };
    const anew = { ...domain, state: 'pending' as const, confirmed_at: null, invalidation_id: null };
    await updateSignature(writing, signature, { ...submission, ...mailed, ...anew }, at);
    await insertMessages(writing, [inLine(form, confirmation)]);
    return 'signed-again';
  }
  await updateSignature(writing, signature, mailed, at);
  if (signature.state === 'pending' || signature.state === 'withdrawn' || isElsewhere(signature)) {
    const row = await insertResubmission(writing, id, submission);
    await insertMessages(writing, [inLine(form, sealConfirmation(form, 'resubmission', row))]);
    return 'signed-again';
  }
  // To the address as it was typed now, which is the same mailbox: how it was first typed, only organizers can open.
  const token = await mintLink(writing, vault, { campaignId: campaign.id, addressIndex, now: at, alone: false });
  const data = { token, invalidated: signature.state === 'invalidated' };
  const message = { kind: 'already-signed' as const, data };
  const delay = form.pace.delayOf(input.email);
  await postMail(writing, seals, { campaign, locale, to: input.email, addressIndex, message, now: at, delay });
  return 'already-signed';
}

const mailedOnceMore = (
  { mail_day, mails_that_day }: SignatureRow,
  today: number,
): { mail_day: number; mails_that_day: number } => ({
  mail_day: today,
  mails_that_day: countsToday(mail_day, today) ? mails_that_day + 1 : 1,
});
