import type { SignatureInput } from '../domain/signature.ts';
import type { NewMessage } from '../store/outbox.ts';
import type { Submission } from '../store/schema.ts';
import type { LinkKind, Secret, Vault } from '../vault/vault.ts';
import type { RunningCampaign } from './context.ts';
import type { Seals } from './keyring.ts';
import { sealMail } from './post-mail.ts';
import { sealSubmission } from './seal-submission.ts';

/** A filled-in sign form on its way into the database, with what it will be sealed and recognised by. */
export interface SentForm {
  vault: Vault;
  campaign: RunningCampaign;
  locale: string;
  input: SignatureInput;
  /** Tag of the network that it came from, where that is known. */
  network: Buffer | null;
  /** When, in seconds. */
  at: number;
  addressIndex: Buffer;
  mailDomain: Buffer;
  disposable: boolean;
  secret: Secret;
  seals: Seals;
}

/** @param id of the signature that it is, or may replace */
export const sealForm = (form: SentForm, id: number): Submission => ({
  ...sealSubmission({ ...form, id, now: form.at }),
  network: form.network,
});

/** The mail that asks its address to confirm it. @param row of the signature, or of the form that was sent again */
export const sealConfirmation = (form: SentForm, kind: LinkKind, row: number): NewMessage => {
  const { vault, seals, secret, campaign, locale, input, addressIndex, at } = form;
  const data = { token: vault.token(kind, row, secret), code: secret.code };
  const message = { kind: 'confirm-signature' as const, data };
  return sealMail(seals, { campaign, locale, to: input.email, addressIndex, message, now: at });
};
