import { networksOf } from '../domain/network.ts';
import { clientAddress } from './client-address.ts';
import type { Request } from './site.ts';

/** The smallest network of whoever sent a request, or what they are said to have where that is no address. */
export function clientNetwork(request: Request, trustedProxies: readonly string[]): string {
  const address = clientAddress(request, trustedProxies);
  return networksOf(address)?.line ?? address;
}
