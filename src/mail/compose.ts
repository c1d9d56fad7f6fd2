import type { SendMailOptions } from 'nodemailer';
import { isForWriter, takesMail } from '../domain/channel.ts';
import type { LetterText } from '../domain/letter.ts';
import type { Clock } from '../domain/clock.ts';
import { askedLinkDays } from '../domain/limits.ts';
import { placeOf } from '../domain/place.ts';
import type { Campaign } from '../settings/campaign.ts';
import { answersOf } from '../store/answers.ts';
import { reachableRepresentatives, type Sending } from '../store/fit-representatives.ts';
import { deliveriesOf, deliveryById, letterById } from '../store/letters.ts';
import { linkById } from '../store/links.ts';
import type { Store } from '../store/store.ts';
import { resubmissionById } from '../store/resubmissions.ts';
import type { LetterRow } from '../store/schema.ts';
import { signatureById } from '../store/signatures.ts';
import type { Vault } from '../vault/vault.ts';
import { headerText } from './header-text.ts';
import { campaignFields, fillLetter, otherWays, personalised } from './letter-mail.ts';
import { NothingToSend } from './nothing-to-send.ts';
import type { OpenMessage, OpenMessages } from './open-message.ts';
import type { FillTemplate } from './templates.ts';

export interface Composer {
  store: Store;
  vault: Vault;
  open: OpenMessages;
  fill: FillTemplate;
  settingsOf: (id: number) => Campaign | undefined;
  siteUrl: string;
  mailFrom: string;
  now: Clock;
  sending: Sending;
}

/**
 * The mail that a message stands for. The Message-ID comes from the row, so that a mail sent twice
 * after a crash is the same mail to whoever gets it. The envelope's sender is an address of this mail alone, and tells
 * what comes back; From and Message-ID do not hold it, because replies quote them.
 * @throws NothingToSend if what it tells about is gone
 */
export async function compose(composer: Composer, settings: Campaign, message: OpenMessage): Promise<SendMailOptions> {
  const shared = campaignFields(settings, message.locale, composer.siteUrl);
  const domain = composer.mailFrom.slice(composer.mailFrom.lastIndexOf('@') + 1);
  const identity = {
    messageId: `<${composer.vault.mailToken('message', message.id)}@${domain}>`,
    date: new Date(message.createdAt * 1000),
  };
  const ours = {
    ...identity,
    from: { name: headerText(settings.publisher.name), address: composer.mailFrom },
    to: message.to,
    envelope: { from: `${composer.vault.returnToken('message', message.id)}@${domain}`, to: message.to },
    ...automatic,
  };

  const yourData = (token: string) => ({ data_url: `${composer.siteUrl}/me/${token}` });

  switch (message.kind) {
    case 'confirm-signature':
    case 'verify-letter': {
      const { token, code } = message.data;
      if (!(await leadsSomewhere(composer, token))) throw new NothingToSend('what it asks to confirm is gone');
      const days = settings.retention.unconfirmedDays;
      const links = {
        link: `${composer.siteUrl}/confirm/${token}`,
        code_url: `${shared.campaign_url}/check-your-mail`,
      };
      const fields = { ...shared, ...links, ...yourData(token), code, days };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
    case 'already-signed':
    case 'your-data': {
      if (!(await leadsSomewhere(composer, message.data.token))) throw new NothingToSend('what it leads to is gone');
      const invalidated = 'invalidated' in message.data && message.data.invalidated;
      const fields = { ...shared, ...yourData(message.data.token), days: askedLinkDays, invalidated };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
    case 'letter': {
      const delivery = await deliveryById(composer.store.read, message.data.deliveryId);
      if (delivery === undefined) throw new NothingToSend('its letter is gone');
      if (delivery.state !== 'queued') throw new NothingToSend('its writer has sent it another way');
      const { letter, representative } = delivery;
      const [reachable] = (await reachableRepresentatives(composer, composer.sending, [representative.id])) ?? [];
      if (reachable === undefined || !takesMail(reachable))
        throw new NothingToSend('its representative cannot be written to any more');
      const { name, email, postcode, subject, body } = textOf(composer.vault, settings, letter);
      const parts = {
        postcode,
        country: letter.country,
        settings,
        locale: message.locale,
        siteUrl: composer.siteUrl,
        representative: representative.name,
        why: composer.vault.deliveryToken('recipient', delivery.id),
      };
      const shownName = headerText(name);
      return {
        ...identity,
        // The same whenever it is tried again, from whichever row of the outbox.
        messageId: `<${composer.vault.mailToken('delivery', delivery.id)}@${domain}>`,
        ...fillLetter(composer.fill, { ...parts, name, email, subject, body }),
        from: { name: shownName, address: `${composer.vault.mailToken('delivery', delivery.id)}@${domain}` },
        replyTo: { name: shownName, address: email },
        to: { name: headerText(representative.name), address: message.to },
        envelope: { from: `${composer.vault.returnToken('delivery', delivery.id)}@${domain}`, to: message.to },
      };
    }
    case 'did-they-answer': {
      const letter = await letterById(composer.store.read, message.data.letterId);
      if (letter === undefined) throw new NothingToSend('its letter is gone');
      const asked = await answersOf(composer.store.read, letter.id);
      const answers = asked.map(({ deliveryId, representative }) => {
        const url = `${composer.siteUrl}/answered/${composer.vault.deliveryToken('answer', deliveryId)}`;
        return { representative, yes_url: `${url}/yes`, no_url: `${url}/no` };
      });
      const text = textOf(composer.vault, settings, letter);
      const { subject, name } = personalised(text, { representative: asked[0]?.representative ?? '', name: text.name });
      const links = { ...yourData(message.data.token), days: askedLinkDays, answers };
      const fields = { ...shared, ...links, name, subject };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
    case 'letter-returned': {
      const delivery = await deliveryById(composer.store.read, message.data.deliveryId);
      if (delivery === undefined) throw new NothingToSend('its letter is gone');
      const { letter, representative } = delivery;
      const { name, subject, body } = textOf(composer.vault, settings, letter);
      const fields = {
        ...shared,
        ...yourData(message.data.token),
        ...otherWays(representative),
        days: askedLinkDays,
        ...personalised({ subject, body }, { representative: representative.name, name }),
      };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
    case 'letter-copy':
    default: {
      const letter = await letterById(composer.store.read, message.data.letterId);
      if (letter === undefined) throw new NothingToSend('its letter is gone');
      const deliveries = await deliveriesOf(composer.store.read, letter.id);
      const namesOf = (some: typeof deliveries): string[] => some.map(({ representative }) => representative.name);
      const representatives = namesOf(deliveries.filter(({ state }) => state !== 'repeated'));
      const before = namesOf(deliveries.filter(({ state }) => state === 'repeated'));
      const addressee = representatives[0] ?? before[0] ?? '';
      const yours = deliveries.filter(({ state, representative }) => isForWriter(state, representative)).length;
      const links = { ...yourData(message.data.token), send_url: `${composer.siteUrl}/me/${message.data.token}/send` };
      const text = textOf(composer.vault, settings, letter);
      const { subject, body, name } = personalised(text, { representative: addressee, name: text.name });
      const fields = { ...shared, ...links, yours, name, subject, body, addressee, representatives, before };
      return { ...ours, ...composer.fill(message.kind, message.locale, fields) };
    }
  }
}

/** Somebody who erased everything before the mail went out must not get it any more. */
async function leadsSomewhere({ store, vault }: Composer, token: string): Promise<boolean> {
  const read = vault.readToken(token);
  if (read === undefined) return false;
  const find = { signature: signatureById, resubmission: resubmissionById, letter: letterById, me: linkById };
  return (await find[read.kind](store.read, read.id)) !== undefined;
}

function textOf(vault: Vault, { slug }: Campaign, { id, text, text_key: key }: LetterRow): LetterText {
  if (text === null || key === null) throw new NothingToSend('its text was deleted after the days that it is kept');
  return vault.openByWrappedKey(placeOf.letterText(slug, id), key, text) as LetterText;
}

/** RFC 3834: no out-of-office answers to mails that a machine wrote. Letters are a human's. */
const automatic = { headers: { 'Auto-Submitted': 'auto-generated' } };
