import type { ClaimedMessage, Message, MessageContents } from '../domain/message.ts';
import { placeOf } from '../domain/place.ts';
import { mailKey } from '../store/mail-keys.ts';
import type { Store } from '../store/store.ts';
import { openRecord, SealBroken, type Key } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import { NothingToSend } from './nothing-to-send.ts';

/** A message as it can be sent. */
export type OpenMessage = Message & { id: number; locale: string; to: string; createdAt: number };

/** Opens messages by the key of their ten minutes. @throws NothingToSend */
export type OpenMessages = (campaign: string, message: ClaimedMessage) => Promise<OpenMessage>;

/** A key must not outlive its mail in memory by much, so it is read again from time to time. */
const keyMilliseconds = 600_000;

export function openMessages(store: Pick<Store, 'read'>, vault: Vault): OpenMessages {
  const keys = new Map<number, Key>();
  const storedKey = async (period: number): Promise<Key> => {
    const wrapped = await mailKey(store.read, period);
    if (wrapped === undefined) throw new NothingToSend('its key is gone');
    const key = vault.unwrapKey(placeOf.mailKey(period), wrapped);
    keys.set(period, key);
    setTimeout(() => keys.delete(period), keyMilliseconds).unref();
    return key;
  };
  return async (campaign, { id, kind, locale, sealed, mailPeriod, createdAt }) => {
    const openBy = (key: Key): OpenMessage => {
      const { to, data } = openRecord(key, placeOf.mail(campaign, kind), sealed) as MessageContents;
      return { kind, data, id, locale, to, createdAt } as OpenMessage;
    };
    const known = keys.get(mailPeriod);
    try {
      if (known !== undefined) return openBy(known);
    } catch (error) {
      // A clock that was set back comes to the same ten minutes again, and they have another key by then.
      if (!(error instanceof SealBroken)) throw error;
    }
    try {
      return openBy(await storedKey(mailPeriod));
    } catch (error) {
      if (error instanceof SealBroken) throw new NothingToSend('what is sealed in it was changed', { cause: error });
      throw error;
    }
  };
}
