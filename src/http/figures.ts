import { isoDay, isoTime } from '../domain/clock.ts';
import { csvRow } from '../domain/csv.ts';
import { historyOf, type HistorySpan } from '../domain/published-history.ts';
import { argumentIn, pathOf } from '../settings/campaign.ts';
import { historyByHour } from '../store/figures.ts';
import type { Reading } from '../store/schema.ts';
import { confirmedByOrigin } from '../store/signatures.ts';
import type { Change } from '../store/writer.ts';
import { campaignView } from './campaign-view.ts';
import { figuresOf, figuresView } from './figures-view.ts';
import { problem } from './problem.ts';
import { encoded, htmlIn, sharedData } from './respond.ts';
import { visitOf, type Request, type Site, type Visit } from './site.ts';

/** `GET /{campaign}/figures`: how the count came about, for whoever wants to check. */
export const showFiguresPage =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const body = await site.pages.get(keyOf(site, visit, 'page'), tagOf(visit), async () => {
      const figures = await site.store.snapshot((read) => figuresView(read, visit.campaign.id));
      return site.render('/figures', { campaign: await campaignView(site, visit), figures }, visit.locale);
    });
    return encoded(site, request, body, htmlIn(visit.locale));
  };

/** `GET /{campaign}/figures.json`: the same for programs, with all of its history. docs/api.md has the names. */
export const sendFigures =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const body = await site.pages.get(keyOf(site, visit, 'json'), tagOf(visit), async () =>
      // Of one moment: whoever adds the history up has to find the count that stands beside it.
      JSON.stringify(await site.store.snapshot((read) => figuresFile(site, visit, read))),
    );
    return encoded(site, request, body, sharedData('application/json'));
  };

/** `GET /{campaign}/figures.csv`: the history alone, for spreadsheets. */
export const sendHistory =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const visit = visitOf(site, request);
    if (visit === undefined) return problem(site, request, 404);
    const { id, settings } = visit.campaign;
    const body = await site.pages.get(keyOf(site, visit, 'csv'), tagOf(visit), async () =>
      [columns, ...historyOf(await historyByHour(site.store.read, id)).map(cellsOf)].map(csvRow).join(''),
    );
    const disposition = { 'Content-Disposition': `attachment; filename="${settings.slug}-history.csv"` };
    return encoded(site, request, body, { ...sharedData('text/csv; charset=utf-8'), ...disposition });
  };

/** A day's page differs from the one before, even if nobody signs. */
const keyOf = (site: Site, { campaign, locale }: Visit, form: string): string =>
  `/figures ${form} ${campaign.settings.slug} ${locale} ${isoDay(site.now())}`;

const tagOf = ({ campaign }: Visit): Change => `figures:${campaign.id}`;

async function figuresFile(site: Site, { campaign, locale, strings }: Visit, read: Reading) {
  const { id, settings } = campaign;
  const { site: confirmed, paper, import: imported } = await confirmedByOrigin(read, id);
  const { quality, removals, countries } = await figuresOf(read, id);
  return {
    campaign: settings.slug,
    title: argumentIn(settings, locale).title,
    url: site.config.siteUrl + pathOf(settings, locale),
    asOf: isoTime(site.now()),
    signatures: { confirmed, paper, import: imported },
    quality,
    invalidations: removals.map(({ on, count, reason, undoneOn = null }) => ({ on, count, reason, undoneOn })),
    countries: countries.shown.map(({ country, count }) => ({ country, confirmed: count })),
    otherCountries: countries.others ?? null,
    history: historyOf(await historyByHour(read, id)).map(({ from, to, ...counts }) => ({
      from: isoTime(from),
      to: isoTime(to),
      ...counts,
    })),
    method: strings.figures.method,
  };
}

const columns = [
  'from',
  'to',
  'received',
  'confirmed',
  'reinstated',
  'withdrawn',
  'invalidated',
  'erased',
  'total',
] as const;

const cellsOf = (span: HistorySpan): string[] =>
  columns.map((column) => (column === 'from' || column === 'to' ? isoTime(span[column]) : String(span[column])));
