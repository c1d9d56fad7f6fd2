import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { decipher, encipher, type BlockKind } from './block.ts';
import { deriveKey, type ServerKey } from './server-key.ts';

/** What a link in a mail leads to. */
export type LinkKind = Extract<BlockKind, 'signature' | 'resubmission' | 'letter'>;

/** A secret for one link and its code, made before the row's number is known. */
export interface Secret {
  /** 32 random bytes; only in the mail. */
  bytes: Buffer;
  /** SHA-256 of the bytes; stands in the row. */
  hash: Buffer;
  /** Six digits to type where a link cannot be followed. */
  code: string;
}

/** Everything that is done with the server key. */
export interface Vault {
  /** 16 bytes that tell whether an address was seen in this campaign, and nothing to a thief. */
  addressIndex(campaign: string, address: string): Buffer;
  newSecret(): Secret;
  /** The link's token: 64 URL-safe characters. */
  token(kind: LinkKind, id: number, secret: Secret): string;
  /** What a token points to, or undefined if we never made it. The hash is still to be compared. */
  readToken(token: string): { kind: LinkKind; id: number; hash: Buffer } | undefined;
  /** A keyed hash of a code that is useless without its address. */
  codeHash(addressIndex: Buffer, code: string): Buffer;
  /** An opaque local part for mail about a row, safe in any case. */
  mailToken(kind: 'delivery' | 'message', id: number): string;
  /** Tells two server keys apart without showing either. */
  fingerprint: string;
}

export function openVault(key: ServerKey): Vault {
  const linkKey = deriveKey(key, 'link');
  const mailKey = deriveKey(key, 'mail token');
  const codeKey = deriveKey(key, 'code');
  const indexKeys = new Map<string, Buffer>();
  const indexKey = (campaign: string): Buffer => {
    const known = indexKeys.get(campaign) ?? deriveKey(key, `address index ${campaign}`);
    indexKeys.set(campaign, known);
    return known;
  };
  return {
    addressIndex: (campaign, address) => hmac(indexKey(campaign), address.toLowerCase()),
    newSecret: () => {
      const bytes = randomBytes(32);
      return { bytes, hash: sha256(bytes), code: String(randomInt(1_000_000)).padStart(6, '0') };
    },
    token: (kind, id, secret) => Buffer.concat([encipher(linkKey, kind, id), secret.bytes]).toString('base64url'),
    readToken: (token) => {
      if (!/^[\w-]{64}$/.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const row = decipher(linkKey, bytes.subarray(0, 16));
      if (row === undefined || !isLinkKind(row.kind)) return undefined;
      return { kind: row.kind, id: row.id, hash: sha256(bytes.subarray(16)) };
    },
    codeHash: (addressIndex, code) => hmac(codeKey, Buffer.concat([addressIndex, Buffer.from(code)])),
    mailToken: (kind, id) => base32(encipher(mailKey, kind, id)),
    fingerprint: deriveKey(key, 'fingerprint').toString('hex').slice(0, 16),
  };
}

const isLinkKind = (kind: BlockKind): kind is LinkKind =>
  kind === 'signature' || kind === 'resubmission' || kind === 'letter';

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

const hmac = (key: Buffer, text: string | Buffer): Buffer =>
  createHmac('sha256', key).update(text).digest().subarray(0, 16);

/** Base 32 (RFC 4648) in small letters, without padding: some relays change a local part's case. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(five.padEnd(5, '0'), 2)]).join('');
}
