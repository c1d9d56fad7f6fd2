import { domainToUnicode } from 'node:url';
import { parseEmailAddress } from '../domain/email-address.ts';

/**
 * An address as its owner writes it: an international domain in its own script. For what they themselves read, print or change, and not
 * for mails, where `аррӏе.com` would pass for another (Unicode UTS 39): those have the punycode. What would not lead back to the same
 * address stays punycode here too.
 * @param address as `parseEmailAddress` gives it; '' stays ''
 */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const readable = address.slice(0, at) + domainToUnicode(address.slice(at));
  return parseEmailAddress(readable) === address ? readable : address;
}
