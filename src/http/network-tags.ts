import { createHmac } from 'node:crypto';
import type { Clock } from '../domain/clock.ts';
import { networksOf } from '../domain/network.ts';
import { clientAddress } from './client-address.ts';
import { openDailyKey } from '../robots/daily-key.ts';
import type { Request, Site } from './site.ts';

/** The tag of the network that an address belongs to, or null for what is no address. The address goes no further than here. */
export type NetworkTag = (campaignId: number, address: string) => Buffer | null;

/** 2^64 tags: two networks of one day hardly ever share one. */
const tagBytes = 8;

/**
 * Tells which forms came from the same network on the same day, and from which one nobody. The same network has another tag tomorrow,
 * in another campaign, after a restart and at another server.
 */
export function openNetworkTags(now: Clock): NetworkTag {
  const key = openDailyKey(now);
  return (campaignId, address) => {
    const network = networksOf(address)?.site;
    if (network === undefined) return null;
    return createHmac('sha256', key()).update(`${campaignId} ${network}`).digest().subarray(0, tagBytes);
  };
}

/** The tag of the network that a request came from. */
export const networkOf = (site: Site, request: Request, campaign: { id: number }): Buffer | null =>
  site.networkTag(campaign.id, clientAddress(request, site.config.trustedProxies));
