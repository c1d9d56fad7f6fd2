import type { Gate } from '../domain/limits.ts';
import { limitedAddress, isUnnamedProxy } from './client-address.ts';
import { visitOf, type Request, type Site } from './site.ts';
import { tooManyPosts } from './too-many.ts';

/** Stands before each public POST, before its body is read, and before work is given out: 429 for a network that has sent too many. */
export const limited =
  (site: Site, gate: Gate) =>
  async (request: Request, next: () => Promise<void>): Promise<Response | void> => {
    tellOfProxy(site, request);
    const waitSeconds = await secondsToWait(site, request, gate);
    return waitSeconds > 0 ? tooManyPosts(site, request, waitSeconds, visitOf(site, request)) : next();
  };

/** For how many seconds the network of a request has to wait; 0 where it may go on. */
export function secondsToWait(site: Site, request: Request, gate: Gate): Promise<number> | number {
  const address = limitedAddress(request, site.config.trustedProxies);
  return address === undefined ? 0 : site.postLimits.take(gate, address);
}

const told = new WeakSet<Site>();

/** Once: whoever runs it finds out why nobody is limited. */
function tellOfProxy(site: Site, request: Request): void {
  if (told.has(site) || !isUnnamedProxy(request, site.config.trustedProxies)) return;
  told.add(site);
  site.log.error(
    'forms come through a proxy that TRUSTED_PROXIES does not name: its address is taken for everybody’s, and no network is limited',
  );
}
