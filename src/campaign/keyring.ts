import { hourOf, hourSeconds, toHour, type Clock } from '../domain/clock.ts';
import { epochRecords, epochSeconds } from '../domain/limits.ts';
import type { MessageContents, MessageKind } from '../domain/message.ts';
import { placeOf } from '../domain/place.ts';
import { insertEpoch } from '../store/epochs.ts';
import { rememberMailKey } from '../store/mail-keys.ts';
import type { Store } from '../store/store.ts';
import { newEpochKey, wrapEpochKey } from '../vault/epoch-key.ts';
import { sealRecord } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import { activeRecipients } from './active-recipients.ts';

/** The hour's key for mail. It is stored, wrapped, before anything is sealed with it. */
export interface MailSeal {
  mailHour: number;
  mail(campaign: string, kind: MessageKind, contents: MessageContents): Buffer;
}

/** Keys for one record and its mail, stored likewise. */
export interface Seals extends MailSeal {
  epochId: number;
  /** Seals for organizers. */
  record(place: string, record: object): Buffer;
}

/** Take keys before the transaction that uses them: they may have to be stored in one of their own. */
export interface Keyring {
  seals(): Promise<Seals>;
  mailSeal(): Promise<MailSeal>;
  /** The next record gets a new epoch: organizers' keys may have changed. */
  renew(): void;
}

interface Epoch {
  id: number;
  key: Buffer;
  since: number;
  /** How many records may still be sealed with it. */
  left: number;
}

/**
 * Holds the one open epoch and the hour's mail key in memory. A fresh epoch begins after so many records or minutes;
 * from then on nothing on this server opens what the last one sealed.
 */
export function openKeyring(store: Store, vault: Vault, now: Clock): Keyring {
  let epoch: Promise<Epoch> | undefined;
  let mail: { hour: number; key: Promise<Buffer> } | undefined;

  async function epochForOneRecord(): Promise<Epoch> {
    for (;;) {
      const opening = (epoch ??= forgetLater(openEpoch(store, vault, now())));
      const open = await opening;
      if (open.left > 0 && now() < open.since + epochSeconds) {
        open.left -= 1;
        return open;
      }
      if (epoch === opening) epoch = undefined;
    }
  }

  /** An epoch that nobody asks for again must not stay in memory either. */
  function forgetLater(opening: Promise<Epoch>): Promise<Epoch> {
    const forget = (): void => {
      if (epoch === opening) epoch = undefined;
    };
    opening.then(() => setTimeout(forget, epochSeconds * 1000).unref(), forget);
    return opening;
  }

  function mailKey(hour: number): Promise<Buffer> {
    if (mail?.hour === hour) return mail.key;
    const key = openMailKey(store, vault, hour);
    const held = { hour, key };
    const forget = (): void => {
      if (mail === held) mail = undefined;
    };
    mail = held;
    key.then(() => setTimeout(forget, hourSeconds * 1000).unref(), forget);
    return key;
  }

  async function mailSeal(): Promise<MailSeal> {
    const mailHour = hourOf(now());
    const key = await mailKey(mailHour);
    return { mailHour, mail: (campaign, kind, contents) => sealRecord(key, placeOf.mail(campaign, kind), contents) };
  }

  return {
    mailSeal,
    seals: async () => {
      const [{ id, key }, forMail] = await Promise.all([epochForOneRecord(), mailSeal()]);
      return { ...forMail, epochId: id, record: (place, record) => sealRecord(key, place, record) };
    },
    renew: () => {
      epoch = undefined;
    },
  };
}

async function openEpoch(store: Store, vault: Vault, now: number): Promise<Epoch> {
  const { recipients, wrappedFor } = await activeRecipients(store.read, vault);
  const key = newEpochKey();
  const wrapped = await wrapEpochKey(key, recipients);
  const id = await store.write((writing) =>
    insertEpoch(writing, { wrapped, wrapped_for: wrappedFor, created_at: toHour(now) }),
  );
  return { id, key, since: now, left: epochRecords };
}

async function openMailKey(store: Store, vault: Vault, hour: number): Promise<Buffer> {
  const place = placeOf.mailKey(hour);
  const { wrapped } = vault.newKey(place);
  return vault.unwrapKey(place, await store.write((writing) => rememberMailKey(writing, hour, wrapped)));
}
