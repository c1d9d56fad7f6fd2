import { isIP } from 'node:net';

/**
 * The network that an address belongs to, as `192.0.2.0/24` or `2001:db8:1::/48`: about what one office, school or provider's customer
 * is given (RFC 6177 for IPv6). Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  const [plain = ''] = address.split('%');
  const family = isIP(plain);
  if (family === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return family === 6 ? `${groupsOf(plain).slice(0, 3).join(':')}::/48` : undefined;
}

/** The eight groups of an IPv6 address, each without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::').map(inGroups);
  if (tail === undefined) return [...head];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}

function inGroups(part: string): string[] {
  if (part === '') return [];
  // The last two groups may be written like an IPv4 address; they lie outside of any /48.
  return part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group.replace(/^0+(?=.)/, '')]));
}
