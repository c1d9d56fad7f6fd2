import { createHash, createVerify, type KeyObject } from 'node:crypto';

export interface Verified {
  domain: string;
  selector: string;
  /** Names of the fields that are signed, in small letters. */
  signed: string[];
}

/**
 * Verifies the first DKIM signature of a mail as RFC 6376 section 6.1 says, for relaxed/relaxed and RSA with SHA-256. It
 * shares nothing with what signs.
 * @throws Error that names the step which failed
 */
export function verifyDkim(raw: Buffer, publicKey: KeyObject): Verified {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const fields = text.slice(0, end + 2).match(/[^\r\n][^\r]*\r\n(?:[ \t][^\r]*\r\n)*/g) ?? [];
  const signature = fields.find((field) => nameOf(field) === 'dkim-signature');
  if (signature === undefined) throw new Error('there is no signature');
  const tags = tagsOf(signature);
  const tag = (name: string): string => {
    const value = tags.get(name);
    if (value === undefined) throw new Error(`the signature has no ${name}=`);
    return value;
  };
  if (tag('v') !== '1' || tag('a') !== 'rsa-sha256' || tag('c') !== 'relaxed/relaxed' || tags.has('l'))
    throw new Error('the signature is of another kind');

  const hash = createHash('sha256')
    .update(relaxedBody(text.slice(end + 4)), 'latin1')
    .digest('base64');
  if (hash !== tag('bh').replace(/\s/g, '')) throw new Error('the body was changed');

  const signed = tag('h')
    .split(':')
    .map((name) => name.trim().toLowerCase());
  if (!signed.includes('from')) throw new Error('From is not signed');
  // Each name takes the next field of that name, from the bottom (section 5.4.2); one that is not there is empty.
  const left = fields.filter((field) => field !== signature);
  const taken = signed.map((name) => {
    const at = left.findLastIndex((field) => nameOf(field) === name);
    return at < 0 ? '' : relaxedField(left.splice(at, 1)[0] ?? '');
  });
  const withoutValue = signature.replace(/([;\s]b[ \t]*=)[^;]*/, '$1');
  const data = taken.join('') + relaxedField(withoutValue).replace(/\r\n$/, '');
  const value = tag('b').replace(/\s/g, '');
  if (!createVerify('RSA-SHA256').update(data, 'latin1').verify(publicKey, value, 'base64'))
    throw new Error('a signed field was changed');
  return { domain: tag('d'), selector: tag('s'), signed };
}

const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).trim().toLowerCase();

/** Section 3.2. */
const tagsOf = (field: string): Map<string, string> =>
  new Map(
    field
      .slice(field.indexOf(':') + 1)
      .split(';')
      .map((part) => /^\s*(\w+)\s*=\s*([^]*?)\s*$/.exec(part))
      .filter((match) => match !== null)
      .map(([, name = '', value = '']) => [name, value]),
  );

/** Section 3.4.2. */
export const relaxedField = (field: string): string => {
  const value = field.slice(field.indexOf(':') + 1).replaceAll('\r\n', '');
  return `${nameOf(field)}:${value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '')}\r\n`;
};

/** Section 3.4.4. */
export const relaxedBody = (body: string): string => {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\r\n`).join('');
};
