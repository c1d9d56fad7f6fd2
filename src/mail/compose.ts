import type { SendMailOptions } from 'nodemailer';
import { personalise } from '../domain/letter.ts';
import type { Clock } from '../domain/clock.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import type { Campaign } from '../settings/campaign.ts';
import { chosenRepresentatives, type Sending } from '../store/fit-representatives.ts';
import { deliveriesOf, deliveryById, letterById } from '../store/letters.ts';
import type { Store } from '../store/open-store.ts';
import type { Vault } from '../vault/vault.ts';
import { campaignFields, fillLetter } from './letter-mail.ts';
import type { FillTemplate } from './templates.ts';

export interface Composer {
  store: Store;
  vault: Vault;
  fill: FillTemplate;
  settingsOf: (id: number) => Campaign | undefined;
  siteUrl: string;
  mailFrom: string;
  now: Clock;
  sending: Sending;
}

/** Why a message is given up without being sent. */
export class NothingToSend extends Error {}

/**
 * The mail that a message stands for. The Message-ID comes from the row, so that a mail sent twice
 * after a crash is the same mail to whoever gets it.
 * @throws NothingToSend if what it tells about is gone
 */
export async function compose(composer: Composer, message: ClaimedMessage): Promise<SendMailOptions> {
  const settings = composer.settingsOf(message.campaignId);
  if (settings === undefined) throw new NothingToSend('its campaign is gone');
  const shared = campaignFields(settings, message.locale, composer.siteUrl);
  const domain = composer.mailFrom.slice(composer.mailFrom.lastIndexOf('@') + 1);
  const identity = {
    messageId: `<${composer.vault.mailToken('message', message.id)}@${domain}>`,
    date: new Date(message.createdAt * 1000),
  };
  const ours = {
    ...identity,
    from: { name: settings.publisher.name, address: composer.mailFrom },
    to: message.to,
    ...automatic,
  };

  switch (message.kind) {
    case 'confirm-signature':
    case 'verify-letter': {
      const link = `${composer.siteUrl}/confirm/${message.data.token}`;
      const fields = { ...shared, link, code: message.data.code, code_url: `${shared.campaign_url}/check-your-mail` };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
    case 'already-signed':
      return { ...ours, ...composer.fill(message.kind, message.locale, shared) };
    case 'letter': {
      const delivery = await deliveryById(composer.store.read, message.data.deliveryId);
      if (delivery === undefined) throw new NothingToSend('its letter is gone');
      const { letter, representative } = delivery;
      if ((await chosenRepresentatives(composer, composer.sending, [representative.id])) === undefined)
        throw new NothingToSend('its representative cannot be written to any more');
      const { name, email, subject, body } = letter;
      const parts = {
        settings,
        locale: message.locale,
        siteUrl: composer.siteUrl,
        representative: representative.name,
      };
      const sender = `${composer.vault.mailToken('delivery', delivery.id)}@${domain}`;
      return {
        ...identity,
        ...fillLetter(composer.fill, { ...parts, name, email, subject, body }),
        from: { name: letter.name, address: sender },
        replyTo: { name: letter.name, address: letter.email },
        to: { name: representative.name, address: message.to },
        envelope: { from: sender, to: message.to },
      };
    }
    case 'letter-copy':
    default: {
      const letter = await letterById(composer.store.read, message.data.letterId);
      if (letter === undefined) throw new NothingToSend('its letter is gone');
      const deliveries = await deliveriesOf(composer.store.read, letter.id);
      const representatives = deliveries.map(({ representative }) => representative.name);
      const names = { representative: representatives[0] ?? '', name: letter.name };
      const subject = personalise(letter.subject, names);
      const body = personalise(letter.body, names);
      const fields = { ...shared, name: letter.name, subject, body, representatives };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
  }
}

/** RFC 3834: no out-of-office answers to mails that a machine wrote. Letters are a human's. */
const automatic = { headers: { 'Auto-Submitted': 'auto-generated' } };
