import { dayOf } from '../domain/clock.ts';
import { isDisposable } from '../domain/disposable.ts';
import { isClosed } from '../settings/campaign.ts';
import type { SignatureInput } from '../domain/signature.ts';
import { byBytes } from '../store/by-bytes.ts';
import { mailStandings } from '../store/mail-standings.ts';
import { insertInVain, insertMessages, type NewMessage } from '../store/outbox.ts';
import type { NewSignature } from '../store/schema.ts';
import { insertSignatures, signaturesOfAddresses, updateSignature } from '../store/signatures.ts';
import { tallyForm } from '../store/trends.ts';
import type { Writing } from '../store/writer.ts';
import type { Context, RunningCampaign } from './context.ts';
import { mayMail } from './mail-allowance.ts';
import { inLine, sealConfirmation, sealForm, type FormTraces, type SentForm } from './sent-form.ts';
import { signAgain } from './sign-again.ts';

/** What the page may tell; it tells the same for all but `closed` and `paused`, so that nobody learns who signed. */
export type SignOutcome = 'signed' | 'signed-again' | 'already-signed' | 'mailed-enough' | 'closed' | 'paused';

/**
 * Stores a signature as pending and sealed, with the mail that asks its address to confirm it. Where the address has one
 * already, nothing of that changes before the new mail is answered: anybody can type anybody's address.
 */
export async function signPetition(
  context: Context,
  campaign: RunningCampaign,
  locale: string,
  input: SignatureInput,
  traces: FormTraces = { network: null, honeypot: false },
): Promise<SignOutcome> {
  const { store, vault, keyring, mailPace: pace } = context;
  const at = context.now();
  if (isClosed(campaign.settings, at) || campaign.indexOf === undefined || campaign.domainTagOf === undefined)
    return 'closed';
  if (campaign.settings.signingPaused === true) return 'paused';
  const form = {
    vault,
    campaign,
    locale,
    input,
    traces,
    at,
    addressIndex: campaign.indexOf(input.email),
    mailDomain: campaign.domainTagOf(input.email),
    disposable: isDisposable(input.email),
    pace,
    secret: vault.newSecret(),
    seals: await keyring.seals(),
  };
  return store.writeTogether(signTogether, form);
}

/** One statement for all that came in at one moment, and not some for each: a crowd costs little more than one. */
async function signTogether(writing: Writing, forms: readonly SentForm[]): Promise<SignOutcome[]> {
  const outcomes = new Map<SentForm, SignOutcome>();
  let waiting = forms;
  while (waiting.length > 0) {
    const { firsts, others } = firstOfEachAddress(waiting);
    // A group may reach over midnight, and allowances are by the day.
    for (const some of Map.groupBy(firsts, ({ campaign, at }) => `${campaign.id} ${dayOf(at)}`).values())
      await signAll(writing, some, outcomes);
    waiting = others;
  }
  return forms.map((form) => outcomes.get(form) as SignOutcome);
}

/** The forms of one address come one after another, as if it had taken its time: thirty make one signature. */
function firstOfEachAddress(forms: readonly SentForm[]): { firsts: SentForm[]; others: SentForm[] } {
  const seen = new Set<string>();
  const firsts: SentForm[] = [];
  const others: SentForm[] = [];
  for (const form of forms) {
    const address = `${form.campaign.id} ${form.addressIndex.toString('latin1')}`;
    (seen.has(address) ? others : firsts).push(form);
    seen.add(address);
  }
  return { firsts, others };
}

/** Forms of one campaign and day, each of another address. */
async function signAll(
  writing: Writing,
  forms: readonly SentForm[],
  outcomes: Map<SentForm, SignOutcome>,
): Promise<void> {
  const campaignId = forms[0]?.campaign.id ?? 0;
  const today = dayOf(forms[0]?.at ?? 0);
  const addresses = forms.map(({ addressIndex }) => addressIndex);
  const rows = await signaturesOfAddresses(writing.db, campaignId, addresses);
  const before = byBytes(rows.map((row) => [row.address_index, row]));
  const standings = await mailStandings(writing.db, campaignId, addresses, today);
  const strangers = forms.filter(({ addressIndex }) => !before.has(addressIndex)).length;
  let next = strangers === 0 ? 0 : await writing.numbers.next(writing.db, 'signatures', strangers);

  const signatures: NewSignature[] = [];
  const messages: NewMessage[] = [];
  const unsent: NewMessage[] = [];
  for (const form of forms) {
    const { at, addressIndex, mailDomain, disposable, traces } = form;
    const signature = before.get(addressIndex);
    const id = signature?.id ?? next++;
    // Sealed whether or not it will be stored: the time that an answer takes tells nobody who has signed.
    const submission = sealForm(form, id);
    const confirmation = sealConfirmation(form, 'signature', id);
    tallyForm(writing, { campaignId, receivedAt: at, ...traces, mailDomain, disposable });
    if (!mayMail({ signature, standing: standings(addressIndex), today, purpose: 'signature' })) {
      outcomes.set(form, 'mailed-enough');
      // As much is written as for the others: the time that an answer takes tells nobody that there will be no mail.
      unsent.push(confirmation);
      if (signature !== undefined) await updateSignature(writing, signature, { mail_day: signature.mail_day }, at);
    } else if (signature !== undefined)
      outcomes.set(form, await signAgain(writing, form, { signature, submission, confirmation }));
    else {
      const fresh = { state: 'pending' as const, mail_day: today, mails_that_day: 1, confirmed_at: null };
      const whose = { id, campaign_id: campaignId, address_index: addressIndex };
      signatures.push({ ...submission, ...whose, ...fresh, mail_domain: mailDomain, disposable: disposable ? 1 : 0 });
      messages.push(inLine(form, confirmation));
      outcomes.set(form, 'signed');
    }
  }
  await insertSignatures(writing, signatures);
  await insertMessages(writing, messages);
  await insertInVain(writing, unsent);
}
