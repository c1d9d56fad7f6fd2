import { networksOf } from '../domain/network.ts';
import { limitedAddress } from './client-address.ts';
import type { Request } from './site.ts';

/**
 * The smallest network of whoever sent a request, or what they are said to have where that is no address. Undefined where it may be a
 * proxy's: all the world would be that one.
 */
export function clientNetwork(request: Request, trustedProxies: readonly string[]): string | undefined {
  const address = limitedAddress(request, trustedProxies);
  return address === undefined ? undefined : (networksOf(address)?.line ?? address);
}
