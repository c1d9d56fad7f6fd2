import { isIPv4 } from 'node:net';
import { networksOf } from '../domain/network.ts';
import { limitedAddress } from './client-address.ts';
import type { Request } from './site.ts';

/**
 * The network of whoever sent a request, as one customer of a provider's has it: an IPv4 address or an IPv6 /48, since who is given that
 * has 65,536 of the smallest; what they are said to have where that is no address. Undefined where it may be a proxy's: all the world would
 * be that one.
 */
export function clientNetwork(request: Request, trustedProxies: readonly string[]): string | undefined {
  const address = limitedAddress(request, trustedProxies);
  if (address === undefined || isIPv4(address)) return address;
  return networksOf(address)?.site ?? address;
}
