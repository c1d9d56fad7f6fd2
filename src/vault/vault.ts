import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { openBlocks, type BlockKind } from './block.ts';
import { drawBytes } from './draw-bytes.ts';
import { keyOf, open, openRecord, seal, sealRecord, type Key } from './seal.ts';
import { sameBytes } from './same-bytes.ts';
import { deriveKey, type ServerKey } from './server-key.ts';

/** What a link in a mail leads to. `me` is a link that was asked for later. */
export type LinkKind = Extract<BlockKind, 'signature' | 'resubmission' | 'letter' | 'me'>;

/** What a link about one delivery is for: its writer says whether there was an answer, its recipient asks why. */
export type DeliveryLinkKind = Extract<BlockKind, 'answer' | 'recipient'>;
/** A letter's delivery, or any other mail by its row in the outbox. */
export type MailKind = Extract<BlockKind, 'delivery' | 'message'>;

/** A secret for one link and its code, made before the row's number is known. */
export interface Secret {
  /** 32 random bytes; only in the mail. */
  bytes: Buffer;
  /** SHA-256 of the bytes; stands in the row. */
  hash: Buffer;
  /** Six digits to type where a link cannot be followed. */
  code: string;
}

/** A token as somebody sent it. `hash` is still to be compared with the row's. */
export interface ReadToken {
  kind: LinkKind;
  id: number;
  secret: Buffer;
  hash: Buffer;
}

/** What proof of work is signed by: what was asked, and what answers it. */
export interface WorkSecrets {
  challenge: string;
  solution: string;
}

/** Everything that is done with the server key. */
export interface Vault {
  newSecret(): Secret;
  /** The link's token: 64 URL-safe characters. */
  token(kind: LinkKind, id: number, secret: Secret): string;
  /** What a token points to, or undefined if we never made it. */
  readToken(token: string): ReadToken | undefined;
  /**
   * The token of a link about a delivery, 40 URL-safe characters: the number as a block and 14 bytes of HMAC-SHA-256 over it.
   * Nothing is stored for it, and it is the same whenever it is made.
   */
  deliveryToken(kind: DeliveryLinkKind, id: number): string;
  /** The delivery's number, or undefined if we never made this token for this kind of link. */
  readDeliveryToken(kind: DeliveryLinkKind, token: string): number | undefined;
  /** A keyed hash of a code that is useless without its address, and in another row. */
  codeHash(about: 'signature' | 'letter', id: number, addressIndex: Buffer, code: string): Buffer;
  /** An opaque local part for what a mail shows of itself, its From or Message-ID: safe in any case. */
  mailToken(kind: MailKind, id: number): string;
  /**
   * A local part for a mail's envelope, where it comes back to. Replies quote From and Message-ID; this one stands in neither, so
   * that only servers on the mail's way, and its recipient, know it.
   */
  returnToken(kind: MailKind, id: number): string;
  /** Which mail a returned one is about, or undefined if we never made the token. */
  readReturnToken(token: string): { kind: MailKind; id: number } | undefined;
  /** A fresh 32-byte key, and how it may be stored: `place` says whose it is. */
  newKey(place: string): { bytes: Buffer; wrapped: Buffer };
  /** @throws SealBroken */
  unwrapKey(place: string, wrapped: Buffer): Key;
  /** Opens a record that was sealed by a key of its own. @throws SealBroken */
  openByWrappedKey(place: string, wrapped: Buffer, sealed: Buffer): unknown;
  /** Keeps what the server itself has to read again before it is shown or forgotten. */
  sealForServer(place: string, record: object): Buffer;
  /** @throws SealBroken */
  openForServer(place: string, sealed: Buffer): unknown;
  /** Shows that a row was written by whoever held the server key (HMAC-SHA-256). */
  mac(text: string): Buffer;
  /** Tells two server keys apart without showing either. */
  fingerprint: string;
  /** The same at each server of a database. */
  workSecrets: WorkSecrets;
  /** Signs organizers' cookies and encrypts what their second steps are made of. */
  accountsSecret: Buffer;
}

export function openVault(key: ServerKey): Vault {
  const links = openBlocks(deriveKey(key, 'link'));
  const deliveryLinkKey = keyOf(deriveKey(key, 'delivery link'));
  const mails = openBlocks(deriveKey(key, 'mail token'));
  const returns = openBlocks(deriveKey(key, 'return token'));
  const codeKey = keyOf(deriveKey(key, 'code'));
  const wrappingKey = keyOf(deriveKey(key, 'wrapping'));
  const recordKey = keyOf(deriveKey(key, 'records for the server'));
  const macKey = keyOf(deriveKey(key, 'mac'));
  return {
    newSecret: () => {
      const bytes = drawBytes(32);
      return { bytes, hash: sha256(bytes), code: String(randomInt(1_000_000)).padStart(6, '0') };
    },
    token: (kind, id, secret) => Buffer.concat([links.encipher(kind, id), secret.bytes]).toString('base64url'),
    readToken: (token) => {
      if (!/^[\w-]{64}$/.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const row = links.decipher(bytes.subarray(0, 16));
      if (row === undefined || !isLinkKind(row.kind)) return undefined;
      const secret = bytes.subarray(16);
      return { kind: row.kind, id: row.id, secret, hash: sha256(secret) };
    },
    deliveryToken: (kind, id) => {
      const block = links.encipher(kind, id);
      return Buffer.concat([block, deliveryTag(deliveryLinkKey, block)]).toString('base64url');
    },
    readDeliveryToken: (kind, token) => {
      if (!/^[\w-]{40}$/.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const block = bytes.subarray(0, 16);
      if (!sameBytes(bytes.subarray(16), deliveryTag(deliveryLinkKey, block))) return undefined;
      const row = links.decipher(block);
      return row?.kind === kind ? row.id : undefined;
    },
    codeHash: (about, id, addressIndex, code) =>
      hmac(codeKey, `${about} ${id} ${addressIndex.toString('hex')} ${code}`).subarray(0, 16),
    mailToken: (kind, id) => base32(mails.encipher(kind, id)),
    returnToken: (kind, id) => base32(returns.encipher(kind, id)),
    readReturnToken: (token) => {
      const bytes = fromBase32(token.toLowerCase());
      const row = bytes === undefined ? undefined : returns.decipher(bytes);
      return row !== undefined && isMailKind(row.kind) ? { kind: row.kind, id: row.id } : undefined;
    },
    newKey: (place) => {
      const bytes = randomBytes(32);
      return { bytes, wrapped: seal(wrappingKey, `key ${place}`, bytes) };
    },
    unwrapKey: (place, wrapped) => keyOf(open(wrappingKey, `key ${place}`, wrapped)),
    openByWrappedKey: (place, wrapped, sealed) =>
      openRecord(keyOf(open(wrappingKey, `key ${place}`, wrapped)), place, sealed),
    sealForServer: (place, record) => sealRecord(recordKey, place, record),
    openForServer: (place, sealed) => openRecord(recordKey, place, sealed),
    mac: (text) => hmac(macKey, text),
    workSecrets: {
      challenge: deriveKey(key, 'work challenge').toString('hex'),
      solution: deriveKey(key, 'work solution').toString('hex'),
    },
    accountsSecret: deriveKey(key, 'accounts'),
    fingerprint: deriveKey(key, 'fingerprint').toString('hex').slice(0, 16),
  };
}

const isLinkKind = (kind: BlockKind): kind is LinkKind => ['signature', 'resubmission', 'letter', 'me'].includes(kind);

/** 30 bytes in all are 40 characters with no bit to spare: each token is written in one way only. */
const deliveryTag = (key: Key, block: Buffer): Buffer => hmac(key, block).subarray(0, 14);
const isMailKind = (kind: BlockKind): kind is MailKind => ['delivery', 'message'].includes(kind);

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

const hmac = (key: Key, text: string | Buffer): Buffer => createHmac('sha256', key).update(text).digest();

/** Base 32 (RFC 4648) in small letters, without padding: some relays change a local part's case. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The bytes that `base32` wrote; undefined for what it never writes. */
function fromBase32(text: string): Buffer | undefined {
  if (!/^[a-z2-7]+$/.test(text)) return undefined;
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
  return base32(bytes) === text ? bytes : undefined;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
