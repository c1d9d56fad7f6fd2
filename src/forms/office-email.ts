import { parseEmailAddress } from '../domain/email-address.ts';

/**
 * What a directory's e-mail cell holds. With a fault, `email` is '' but for 'several', where it is
 * the first valid one. Nothing is guessed: a letter to a wrong address is worse than none.
 */
export interface OfficeEmail {
  email: string;
  fault?: 'placeholder' | 'obfuscated' | 'run-together' | 'malformed' | 'several';
}

export function readOfficeEmail(cell: string): OfficeEmail {
  const whole = withoutMailto(cell);
  if (whole === '') return { email: '' };
  if (isPlaceholder(whole)) return { email: '', fault: 'placeholder' };
  const single = parseEmailAddress(whole);
  if (single !== undefined) return { email: single };
  if (obfuscated.test(whole)) return { email: '', fault: 'obfuscated' };
  return readSeveral(whole);
}

function readSeveral(cell: string): OfficeEmail {
  const parts = cell
    .split(/[;,|\r\n]/)
    .filter((part) => !isPlaceholder(part.trim()))
    .flatMap((part) => part.split(/[/\s]+/))
    .map(withoutMailto)
    .filter((part) => part !== '');
  // "first.last, last@…" may be one broken address: its second half is somebody else's.
  if (!parts.every((part) => part.includes('@'))) return { email: '', fault: 'malformed' };
  const email = parts.map(parseEmailAddress).find((address) => address !== undefined);
  if (email !== undefined) return parts.every((part) => part === parts[0]) ? { email } : { email, fault: 'several' };
  const runTogether = parts.some((part) => part.indexOf('@') !== part.lastIndexOf('@'));
  return { email: '', fault: runTogether ? 'run-together' : 'malformed' };
}

const withoutMailto = (text: string): string => {
  const address = text.trim();
  return /^mailto:/i.test(address) ? address.slice('mailto:'.length).replace(/\?.*$/s, '').trim() : address;
};

/** Whether a cell only says that there is nothing in it, as "No email found" or "n/a" do. */
export const isPlaceholder = (text: string): boolean => text === '' || placeholder.test(text);

/** Seen in mp_lookup ("No email found"), spreadsheets and exports of databases. */
const placeholder =
  /^(?:[-–—.?]+|n\.?\/?a\.?|none|null|nil|undefined|unknown|tb[acd]|not (?:applicable|available|known|found|provided|listed)|no (?:public )?(?:e-?mail|phone|address)(?: address)?(?: (?:found|available|known|listed|provided))?)$/i;

/** "ada [at] example.org", "ada(at)example(dot)org", "ada AT example DOT org". */
const obfuscated = /[[({<]\s*(?:at|dot)\s*[\])}>]|\s(?:at|dot)\s/i;
