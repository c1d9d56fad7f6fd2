import type { Message } from '../domain/message.ts';
import type { Campaign } from '../settings/campaign.ts';
import { insertMessages, type NewMessage } from '../store/outbox.ts';
import type { Writing } from '../store/writer.ts';
import type { RunningCampaign } from './context.ts';
import type { MailSeal } from './keyring.ts';

export interface Mail {
  campaign: Pick<RunningCampaign, 'id'> & { settings: Pick<Campaign, 'slug'> };
  locale: string;
  to: string;
  /** Whose mail it is, or whose letter. */
  addressIndex: Buffer;
  message: Message;
  now: number;
  /** For so many seconds it is not sent yet. */
  delay?: number;
}

/** Puts a mail into the outbox, sealed, in the transaction of what it tells about. */
export const postMail = (writing: Writing, seal: MailSeal, mail: Mail): Promise<void> =>
  insertMessages(writing, [sealMail(seal, mail)]);

/** A mail as it lies in the outbox. Made also where none will be sent: who waits must not learn that from the time. */
export const sealMail = (
  seal: MailSeal,
  { campaign, locale, to, addressIndex, message, now, delay = 0 }: Mail,
): NewMessage => ({
  campaignId: campaign.id,
  kind: message.kind,
  locale,
  sealed: seal.mail(campaign.settings.slug, message.kind, { to, data: message.data }),
  mailPeriod: seal.mailPeriod,
  addressIndex,
  now,
  delay,
});
