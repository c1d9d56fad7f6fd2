import { isLoopbackSite, type SiteAddress } from '../domain/site-address.ts';
import { fact, forgetFact, setFact } from '../store/facts.ts';
import type { Reading } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';
import type { Context } from './context.ts';

const siteAddress = 'site address';

/**
 * Notes where a server that listens is, so that commands, which are run without its settings, make links that lead to it. An address that nobody
 * named takes no public one's place: a server for a look around may run beside. Nothing is written while it stays the same.
 */
export async function noteSiteAddress(
  { store }: Pick<Context, 'store'>,
  { siteUrl, siteUrlFrom }: SiteAddress,
): Promise<void> {
  const noted = await fact(store.read, siteAddress);
  if (noted === siteUrl) return;
  if (noted !== undefined && siteUrlFrom !== 'SITE_URL' && !isLoopbackSite(noted)) return;
  await store.write((writing) => setFact(writing, siteAddress, siteUrl));
}

/** The origin for a command's links: its own SITE_URL, or what the server noted; its own PORT only tells servers on one machine apart. */
export async function addressForLinks(db: Reading, { siteUrl, siteUrlFrom }: SiteAddress): Promise<string> {
  if (siteUrlFrom === 'SITE_URL') return siteUrl;
  const noted = await fact(db, siteAddress);
  return noted === undefined || (siteUrlFrom === 'PORT' && isLoopbackSite(noted)) ? siteUrl : noted;
}

/** A restored site may be at another address, and whoever has the old one by now would see what links carry. */
export const forgetSiteAddress = (writing: Writing): Promise<void> => forgetFact(writing, siteAddress);
