import type { SendMailOptions } from 'nodemailer';
import { personalise } from '../domain/letter.ts';
import type { ClaimedMessage } from '../domain/message.ts';
import { argumentIn, pathOf, type Campaign } from '../settings/campaign.ts';
import { deliveriesOf, deliveryById, letterById } from '../store/letters.ts';
import type { Store } from '../store/open-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { FillTemplate } from './templates.ts';

export interface Composer {
  store: Store;
  vault: Vault;
  fill: FillTemplate;
  settingsOf: (id: number) => Campaign | undefined;
  siteUrl: string;
  mailFrom: string;
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
  const campaignUrl = composer.siteUrl + pathOf(settings, message.locale);
  const shared = {
    title: argumentIn(settings, message.locale).title,
    campaign_url: campaignUrl,
    publisher: settings.publisher.name,
    contact: settings.publisher.contact,
  };
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
      const fields = { ...shared, link, code: message.data.code, code_url: `${campaignUrl}/check-your-mail` };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
    case 'already-signed':
      return { ...ours, ...composer.fill(message.kind, message.locale, shared) };
    case 'letter': {
      const delivery = await deliveryById(composer.store.read, message.data.deliveryId);
      if (delivery === undefined) throw new NothingToSend('its letter is gone');
      const { letter, representative } = delivery;
      const names = { representative: representative.name, name: letter.name };
      const fields = {
        ...shared,
        name: letter.name,
        email: letter.email,
        subject: personalise(letter.subject, names),
        body: personalise(letter.body, names),
      };
      const sender = `${composer.vault.mailToken('delivery', delivery.id)}@${domain}`;
      return {
        ...identity,
        ...composer.fill(message.kind, message.locale, fields),
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
      const fields = { ...shared, name: letter.name, subject: letter.subject, body: letter.body, representatives };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
  }
}

/** RFC 3834: no out-of-office answers to mails that a machine wrote. Letters are a human's. */
const automatic = { headers: { 'Auto-Submitted': 'auto-generated' } };
