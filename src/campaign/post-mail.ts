import type { Message } from '../domain/message.ts';
import { insertMessage } from '../store/outbox.ts';
import type { Writing } from '../store/writer.ts';
import type { RunningCampaign } from './context.ts';
import type { MailSeal } from './keyring.ts';

export interface Mail {
  campaign: RunningCampaign;
  locale: string;
  to: string;
  message: Message;
  now: number;
}

/** Puts a mail into the outbox, sealed, in the transaction of what it tells about. */
export const postMail = (
  writing: Writing,
  seal: MailSeal,
  { campaign, locale, to, message, now }: Mail,
): Promise<void> =>
  insertMessage(writing, {
    campaignId: campaign.id,
    kind: message.kind,
    locale,
    sealed: seal.mail(campaign.settings.slug, message.kind, { to, data: message.data }),
    mailHour: seal.mailHour,
    now,
  });
