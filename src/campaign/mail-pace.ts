import { daySeconds } from '../domain/clock.ts';
import { isFreemail } from '../domain/freemail.ts';
import { longestMailDelayDays, mailsAMinute } from '../domain/limits.ts';
import { mailDomainOf } from '../domain/normalise-address.ts';
import { isReservedAddress } from '../domain/reserved-address.ts';
import { domainTag } from '../vault/address-index.ts';
import { drawBytes } from '../vault/draw-bytes.ts';
import { keyOf } from '../vault/seal.ts';

export interface MailPace {
  /**
   * For how many seconds a mail that a form asked for has to wait. It takes a place in its domain's line: ask once for each mail, and
   * only for one that will be sent.
   */
  delayOf(address: string): number;
}

/** Some megabytes. Beyond, the domain that was mailed longest ago begins anew. */
const mostDomains = 20_000;

/** A minute's mails may leave at once; then one after another, so many a minute. */
const burstSeconds = 60;

/** Where mail goes no further than the mailbox. */
export const noPace: MailPace = { delayOf: () => 0 };

/**
 * Keeps forms from being turned against one mail domain: nobody is refused and nothing is lost, but its mails leave one after another.
 * Domains are kept in memory, and only as a hash by a key that dies with the process.
 * @param elapsed seconds from any moment on, which no correction of the clock changes
 * @param longestSeconds no mail waits longer
 */
export function openMailPace(
  elapsed: () => number = () => performance.now() / 1000,
  longestSeconds: number = longestMailDelayDays * daySeconds,
): MailPace {
  const key = keyOf(drawBytes(32));
  /** Until when each domain's line reaches, by hash; the domain that was mailed last stands last. */
  const lines = new Map<string, number>();
  return {
    delayOf: (address) => {
      // Nobody is there to be mailed.
      if (isReservedAddress(address)) return 0;
      const now = elapsed();
      const domain = domainTag(key, mailDomainOf(address)).toString('latin1');
      const most = isFreemail(address) ? mailsAMinute.largeProvider : mailsAMinute.other;
      const end = Math.max(lines.get(domain) ?? now, now);
      const delay = Math.max(0, Math.floor(end - now - burstSeconds));
      lines.delete(domain);
      if (lines.size >= mostDomains) lines.delete(lines.keys().next().value ?? '');
      lines.set(domain, delay < longestSeconds ? end + 60 / most : end);
      return delay;
    },
  };
}
