import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { bounceKindOf, type RecipientStatus } from '../domain/bounce.ts';
import type { MailKind, Vault } from '../vault/vault.ts';

/** A mail that came to one of our return addresses by itself. */
export interface Bounce {
  about: { kind: MailKind; id: number };
  /** What a delivery status notification says; empty where something else came back, which proves nothing. */
  recipients: RecipientStatus[];
}

/**
 * Reads a mail that came back (RFC 3464), or undefined if it is none of ours: one that went to no return address, or that
 * a person wrote. Nothing but the return address is proof; the rest is only what somebody says about that one mail.
 */
export async function readBounce(vault: Pick<Vault, 'readReturnToken'>, raw: Uint8Array): Promise<Bounce | undefined> {
  if (linesIn(raw) > mostLines) return undefined;
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => undefined);
  if (mail === undefined) return undefined;
  const about = tokensIn(mail)
    .map((token) => vault.readReturnToken(token))
    .find((read) => read !== undefined);
  if (about === undefined) return undefined;
  const recipients = recipientsIn(mail);
  return recipients.length > 0 || isByMachine(mail) ? { about, recipients } : undefined;
}

/** A report and the letter that it returns have a tenth of these; the parser takes its time over each. */
const mostLines = 20_000;

const linesIn = (raw: Uint8Array): number => raw.reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 0);

/** Where servers on the way note the envelope's recipient, ours first; `To` is what the server that returns it wrote. */
const recipientHeaders = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to', 'to'];

/** What may be a token in the addresses that a mail went to, and in the one that the returned mail came from. */
function tokensIn(mail: Email): string[] {
  const returned = mail.attachments.filter(({ mimeType }) => /^(?:message|text)\/rfc822/.test(mimeType)).map(headOf);
  const paths = returned.flatMap((head) => /^Return-Path:.*$/im.exec(head) ?? []);
  const values = recipientHeaders.flatMap((header) => valuesOf(mail, header));
  return [...values, ...paths].flatMap((value) =>
    [...value.matchAll(/\b([a-z2-7]{26})@/gi)].map(([, token = '']) => token),
  );
}

const headOf = (part: Attachment): string => textOf(part).split(/\r?\n\r?\n/, 1)[0] ?? '';

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');

const valuesOf = (mail: Email, header: string): string[] =>
  mail.headers.filter(({ key }) => key === header).map(({ value }) => value);

/** A report says so at its top: a notification that somebody forwards is not one that came back. */
function recipientsIn(mail: Email): RecipientStatus[] {
  if (!/^\s*multipart\/report\b/i.test(valuesOf(mail, 'content-type')[0] ?? '')) return [];
  const part = mail.attachments.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType));
  if (part === undefined) return [];
  const blocks = textOf(part)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/(?:\r?\n){2,}/);
  return blocks
    .map(fieldsIn)
    .filter((fields) => fields.has('action'))
    .map(recipientOf);
}

/** RFC 5322 allows 998 characters a line; an endless one must not keep us busy. */
const longestField = 2000;

const fieldsIn = (block: string): Map<string, string> =>
  new Map(
    block
      .split(/\r?\n/)
      .map((line) => line.slice(0, longestField))
      .map((line) => /^([\w-]+):(.*)/s.exec(line))
      .filter((match) => match !== null)
      .map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]),
  );

function recipientOf(fields: Map<string, string>): RecipientStatus {
  const status = statusOf(fields.get('status') ?? '', fields.get('diagnostic-code') ?? '');
  const addresses = ['original-recipient', 'final-recipient'].flatMap((name) => addressesIn(fields.get(name) ?? ''));
  return { kind: bounceKindOf((fields.get('action') ?? '').toLowerCase(), status), status, addresses };
}

/** Exim reports 5.0.0 whatever happened; what the other server answered is then more precise. */
function statusOf(field: string, diagnostic: string): string {
  const [reported = ''] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field) ?? [];
  if (reported !== '' && !reported.endsWith('.0.0')) return reported;
  const [, answered] = /\b[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})\b/.exec(diagnostic) ?? [];
  return answered ?? reported;
}

/** `rfc822; <sam+2Bx@example.org>` is sam+x@… where it was written by RFC 3461 section 4, else as it stands. */
function addressesIn(field: string): string[] {
  const [, address = ''] = /^[^;]*;\s*<?([^\s<>]+)>?(?:\s|$)/.exec(field) ?? [];
  if (!/.@./.test(address)) return [];
  const decoded = address.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return [...new Set([address, decoded])];
}

/** Servers that report in their own words, and holiday notices; a person who answers has neither mark (RFC 3834). */
const isByMachine = (mail: Email): boolean =>
  valuesOf(mail, 'auto-submitted').some((value) => !/^\s*no\b/i.test(value)) ||
  valuesOf(mail, 'return-path').some((value) => /^\s*<>/.test(value)) ||
  /^(?:mailer-daemon|postmaster)@/i.test(mail.from?.address ?? '');
