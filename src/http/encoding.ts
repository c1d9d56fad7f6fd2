import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Slot } from './source-slot.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

export const encodings: readonly Encoding[] = ['br', 'gzip', 'identity'];

/** One body in every encoding that browsers ask for. */
export interface Encoded extends Record<Encoding, Buffer> {
  /** Of what was encoded, as it stands in entity tags. */
  hash: string;
  /** Where the code of a shared link belongs, if this body has a place for it. */
  slot: Slot | undefined;
  /** False once what it tells has changed. */
  fresh: boolean;
}

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 22);

/** A strong one for each encoding, as RFC 9110 section 8.8.3.3 wants it, and for each code in the slot. */
export function entityTag({ hash }: Encoded, encoding: Encoding, source = ''): string {
  const suffix = { br: '-br', gzip: '-gz', identity: '' }[encoding];
  return `"${hash}${source === '' ? '' : `.${source}`}${suffix}"`;
}

const brotliInThread = promisify(brotliCompress);
const gzipInThread = promisify(gzip);

/** One body in one encoding, made while somebody waits for it, beside the event loop. */
export async function encodeOnce(body: string, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return brotliInThread(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return encoding === 'gzip' ? gzipInThread(body) : Buffer.from(body);
}

/** Browsers send a handful of different ones; whoever invents more makes us read them, and no more. */
const mostChoices = 100;
const choices = new Map<string, Encoding>();

/** The smallest encoding that an Accept-Encoding header allows. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (accept === undefined) return 'identity';
  const known = choices.get(accept);
  if (known !== undefined) return known;
  const choice = readChoice(accept);
  if (choices.size >= mostChoices) choices.clear();
  choices.set(accept, choice);
  return choice;
}

function readChoice(accept: string): Encoding {
  const allowed = new Set(
    accept
      .split(',')
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim().toLowerCase()),
  );
  if (allowed.has('br')) return 'br';
  return allowed.has('gzip') ? 'gzip' : 'identity';
}
