/**
 * The one e-mail address that `text` is, or undefined.
 *
 * Stricter than RFC 5321/5322, because whatever passes is mailed: the local part is a dot-atom of
 * ASCII (RFC 5322 section 3.2.3), so no quotes, comments, commas, spaces, controls or display name,
 * and no UTF-8 local part (RFC 6531: many relays refuse it); the domain has at least two labels and
 * is no IP literal. Reserved domains such as `example.org` pass. Nothing is trimmed or repaired.
 *
 * The local part comes back as typed, the domain in lower case, IDN as punycode.
 */
export function parseEmailAddress(text: string): string | undefined {
  if (text.length > longestAddress) return undefined;
  const at = text.indexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  if (local.length > longestLocalPart || !dotAtom.test(local) || perilous.test(local)) return undefined;
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === undefined) return undefined;
  const address = `${local}@${domain}`;
  return address.length > longestAddress ? undefined : address;
}

/** RFC 5321 section 4.5.3.1.3: a path holds 256 octets with its angle brackets. */
const longestAddress = 254;
/** RFC 5321 section 4.5.3.1.1, in octets. */
const longestLocalPart = 64;
const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** Old relays take these for an option, a pipe or an encoded word (RFC 2047); no honest address has them. */
const perilous = /^[-|]|=\?[^?]*\?[bq]\?/i;

/** Most are: nothing to decode, no number, no punycode (which has two hyphens in a row). */
const plainDomain = /^(?:[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,2}\.){1,8}[a-z]{2,63}$/i;

/**
 * URL is the only IDNA that needs no import, but it also decodes `%2e`, drops ports, paths and
 * invisible characters: it is only given letters, digits, hyphens and dots. Of these it still makes
 * an IP address of `1.0x10`, which then has no letter in its last label.
 */
function asciiDomain(typed: string): string | undefined {
  if (plainDomain.test(typed)) return typed.toLowerCase();
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(typed)) return undefined;
  const url = URL.parse(`http://${typed}`);
  if (url === null) return undefined;
  const labels = url.hostname.split('.');
  if (labels.length < 2 || !labels.every((label) => dnsLabel.test(label))) return undefined;
  return /[a-z]/.test(labels.at(-1) ?? '') ? url.hostname : undefined;
}

/** RFC 1035 section 2.3.1 with RFC 1123's leading digit: at most 63 octets, no hyphen at an end. */
const dnsLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
