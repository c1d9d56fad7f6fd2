import { isIP } from 'node:net';
import { clientAddress } from './client-address.ts';
import type { Request } from './site.ts';

/**
 * The network of whoever sent a request: an IPv4 address, or the /64 that a home or a phone has in IPv6 and may take any address
 * from.
 */
export function clientNetwork(request: Request, trustedProxies: readonly string[]): string {
  const address = clientAddress(request, trustedProxies);
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = (text: string): string[] => text.split(':').filter((group) => group !== '');
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
