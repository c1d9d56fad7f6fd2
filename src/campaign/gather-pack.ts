import { countryFigures } from '../domain/country-figures.ts';
import type { ModerationMode } from '../domain/moderation.ts';
import type { PackFacts, PackName } from '../domain/pack.ts';
import { argumentIn, type Campaign } from '../settings/campaign.ts';
import { eventTotals, siteCountries } from '../store/figures.ts';
import { settledInvalidations } from '../store/invalidations.ts';
import { publicNamesAfter, type NamePlace } from '../store/public-names.ts';
import type { Reading } from '../store/schema.ts';
import { confirmedByOrigin, signatureCounts } from '../store/signatures.ts';
import { signedTexts } from '../store/texts.ts';
import type { Vault } from '../vault/vault.ts';
import { openShown, type BrokenName } from './shown-names.ts';

/** What a petition is handed over with, all of it from tallies. @param now in seconds */
export async function gatherPack(
  db: Reading,
  { id, settings }: { id: number; settings: Campaign },
  now: number,
): Promise<PackFacts> {
  const locale = settings.defaultLocale;
  const { title, addressee } = argumentIn(settings, locale);
  const texts = await signedTexts(db, id, Object.keys(settings.arguments));
  const removals = await settledInvalidations(db, id);
  return {
    locale,
    title,
    addressee,
    publisher: settings.publisher.name,
    at: now,
    confirmed: await confirmedByOrigin(db, id),
    texts: texts.map(({ locale: language, body, sha256, since_at, count }) => ({
      locale: language,
      body,
      sha256: sha256.toString('hex'),
      sinceAt: since_at,
      signatures: count,
    })),
    countries: countryFigures(await siteCountries(db, id)),
    events: await eventTotals(db, id),
    invalidated: (await signatureCounts(db, id)).invalidated,
    removals: removals.map(({ settled_at, confirmed, reason, undone_at }) => ({
      at: settled_at,
      count: confirmed,
      reason,
      undoneAt: undone_at ?? undefined,
    })),
  };
}

/** The same pages; each is told of once it was taken. */
export async function* counted(
  pages: AsyncIterable<PackName[]>,
  taken: (names: number) => void,
): AsyncGenerator<PackName[]> {
  for await (const page of pages) {
    yield page;
    taken(page.length);
  }
}

/** Enough names a read to keep the disk busy, few enough to hold in memory. */
const pageSize = 250;

/** A page at a time of those who chose to be shown and are, in the order in which they came. */
export async function* shownNames(
  db: Reading,
  vault: Vault,
  { id, slug, moderation }: { id: number; slug: string; moderation: ModerationMode },
  broken?: BrokenName,
): AsyncGenerator<PackName[]> {
  let after: NamePlace = { shown_at: 0, signature_id: 0 };
  for (;;) {
    const rows = await publicNamesAfter(db, id, after, moderation, pageSize);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows.flatMap((row) => {
      const shown = openShown(vault, slug, row, broken);
      return shown === undefined ? [] : [{ name: shown.name, country: row.country }];
    });
  }
}
