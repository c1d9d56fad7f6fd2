import { toHour, type Clock } from '../domain/clock.ts';
import { epochRecords, epochSeconds, mailKeySeconds, mailPeriodOf } from '../domain/limits.ts';
import type { MessageContents, MessageKind } from '../domain/message.ts';
import { placeOf } from '../domain/place.ts';
import { insertEpoch } from '../store/epochs.ts';
import { rememberMailKey } from '../store/mail-keys.ts';
import type { Store } from '../store/store.ts';
import { newEpochKey, wrapEpochKey } from '../vault/epoch-key.ts';
import { keyOf, sealRecord, type Key } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import { activeRecipients } from './active-recipients.ts';

/** The key for mail of these ten minutes. It is stored, wrapped, before anything is sealed with it. */
export interface MailSeal {
  /** Which ten minutes since 1970. */
  mailPeriod: number;
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
  /** Begins a new epoch with the next record, if the organizers have changed meanwhile. */
  recheck(): Promise<void>;
}

interface Epoch {
  id: number;
  key: Key;
  since: number;
  /** How many records may still be sealed with it. */
  left: number;
  /** The organizers for whom it was wrapped. */
  wrappedFor: string;
}

/**
 * Holds the one open epoch and the mail key of the moment in memory. A fresh epoch begins after so many records or minutes;
 * from then on nothing on this server opens what the last one sealed.
 */
export function openKeyring(store: Store, vault: Vault, now: Clock): Keyring {
  const epoch = kept<Epoch>(epochSeconds);
  const mail = kept<{ period: number; key: Key }>(mailKeySeconds);

  async function epochForOneRecord(): Promise<Epoch> {
    for (;;) {
      const opening = epoch.get() ?? epoch.keep(openEpoch(store, vault, now()));
      const open = await opening;
      if (open.left > 0 && now() < open.since + epochSeconds) {
        open.left -= 1;
        return open;
      }
      epoch.forget(opening);
    }
  }

  async function mailSeal(): Promise<MailSeal> {
    const mailPeriod = mailPeriodOf(now());
    for (;;) {
      const opening = mail.get() ?? mail.keep(openMailKey(store, vault, mailPeriod));
      const { period, key } = await opening;
      if (period === mailPeriod)
        return {
          mailPeriod,
          mail: (campaign, kind, contents) => sealRecord(key, placeOf.mail(campaign, kind), contents),
        };
      mail.forget(opening);
    }
  }

  return {
    mailSeal,
    seals: async () => {
      const [{ id, key }, forMail] = await Promise.all([epochForOneRecord(), mailSeal()]);
      return { ...forMail, epochId: id, record: (place, record) => sealRecord(key, place, record) };
    },
    recheck: async () => {
      const opening = epoch.get();
      if (opening === undefined) return;
      const { wrappedFor } = await opening;
      // Whoever may not be sealed to any more, or who vouches for nobody: the next record says so by itself.
      const today = await activeRecipients(store.read, vault).catch(() => undefined);
      if (today?.wrappedFor !== wrappedFor) epoch.forget(opening);
    },
  };
}

/** Keeps one thing in memory, and no longer than so many seconds: one that nobody asks for again must go, too. */
function kept<T>(seconds: number) {
  let current: Promise<T> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const forget = (held: Promise<T>): void => {
    if (current !== held) return;
    current = undefined;
    clearTimeout(timer);
  };
  return {
    get: () => current,
    keep: (opening: Promise<T>): Promise<T> => {
      clearTimeout(timer);
      current = opening;
      timer = setTimeout(() => forget(opening), seconds * 1000).unref();
      opening.catch(() => forget(opening));
      return opening;
    },
    forget,
  };
}

async function openEpoch(store: Store, vault: Vault, now: number): Promise<Epoch> {
  const { recipients, wrappedFor } = await activeRecipients(store.read, vault);
  const key = newEpochKey();
  const wrapped = await wrapEpochKey(key, recipients);
  const id = await store.write((writing) =>
    insertEpoch(writing, { wrapped, wrapped_for: wrappedFor, created_at: toHour(now) }),
  );
  return { id, key: keyOf(key), since: now, left: epochRecords, wrappedFor };
}

async function openMailKey(store: Store, vault: Vault, period: number): Promise<{ period: number; key: Key }> {
  const place = placeOf.mailKey(period);
  const { wrapped } = vault.newKey(place);
  const stored = await store.write((writing) => rememberMailKey(writing, period, wrapped));
  return { period, key: vault.unwrapKey(place, stored) };
}
