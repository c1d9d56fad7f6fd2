import type { SignatureInput } from '../domain/signature.ts';
import type { NewMessage } from '../store/outbox.ts';
import type { Submission } from '../store/schema.ts';
import type { LinkKind, Secret, Vault } from '../vault/vault.ts';
import type { RunningCampaign } from './context.ts';
import type { Seals } from './keyring.ts';
import type { MailPace } from './mail-pace.ts';
import { sealMail } from './post-mail.ts';
import { sealSubmission } from './seal-submission.ts';

/** What tells of how a form came. */
export interface FormTraces {
  /** Tag of the network that it came from, where that is known. */
  network: Buffer | null;
  /** Whether the field was filled in that people do not see. */
  honeypot: boolean;
}

/** A filled-in sign form on its way into the database, with what it will be sealed and recognised by. */
export interface SentForm {
  vault: Vault;
  campaign: RunningCampaign;
  locale: string;
  input: SignatureInput;
  traces: FormTraces;
  /** When, in seconds. */
  at: number;
  addressIndex: Buffer;
  mailDomain: Buffer;
  disposable: boolean;
  pace: MailPace;
  secret: Secret;
  seals: Seals;
}

/** @param id of the signature that it is, or may replace */
export const sealForm = (form: SentForm, id: number): Submission => ({
  ...sealSubmission({ ...form, id, now: form.at }),
  network: form.traces.network,
  honeypot: form.traces.honeypot ? 1 : 0,
});

/** The mail that asks its address to confirm it. @param row of the signature, or of the form that was sent again */
export const sealConfirmation = (form: SentForm, kind: LinkKind, row: number): NewMessage => {
  const { vault, seals, secret, campaign, locale, input, addressIndex, at } = form;
  const data = { token: vault.token(kind, row, secret), code: secret.code };
  const message = { kind: 'confirm-signature' as const, data };
  return sealMail(seals, { campaign, locale, to: input.email, addressIndex, message, now: at });
};

/** The same mail in its place in the line of its domain. Only for one that will be sent. */
export const inLine = ({ pace, input }: SentForm, mail: NewMessage): NewMessage => ({
  ...mail,
  delay: pace.delayOf(input.email),
});
