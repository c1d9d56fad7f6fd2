import { fact, setFact } from '../store/facts.ts';
import type { Reading } from '../store/schema.ts';
import type { Context } from './context.ts';

const siteAddress = 'site address';

/** So that commands, which are run without the server's settings, make links that lead to it. Nothing is written while it stays the same. */
export async function noteSiteAddress({ store }: Pick<Context, 'store'>, siteUrl: string): Promise<void> {
  if ((await notedSiteAddress(store.read)) === siteUrl) return;
  await store.write((writing) => setFact(writing, siteAddress, siteUrl));
}

/** The origin that the server last started with; undefined before its first start. */
export const notedSiteAddress = (db: Reading): Promise<string | undefined> => fact(db, siteAddress);
