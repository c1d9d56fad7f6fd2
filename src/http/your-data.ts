import { changeHeld, heldActs, type HeldAct } from '../campaign/change-held.ts';
import { findHeld, type Held } from '../campaign/find-held.ts';
import type { DataView } from '../views.ts';
import { campaignView } from './campaign-view.ts';
import { sentForm } from './guard.ts';
import { sitePath } from './languages.ts';
import { problem } from './problem.ts';
import { json, page, seeOther } from './respond.ts';
import { visitIn, type Request, type Site, type Visit } from './site.ts';
import { dataFile, dataView } from './your-data-view.ts';

interface Found {
  held: Held;
  visit: Visit;
  token: string;
}

/** What stands before every page of a link: 404 for one that we never made, 410 for one that leads to nothing any more. */
export const withHeld =
  (answer: (site: Site, request: Request, found: Found) => Promise<Response> | Response) =>
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const token = request.req.param('token') ?? '';
    const held = await findHeld(site.store.read, site, token);
    if (held === 'unknown') return problem(site, request, 'linkUnknown');
    if (held === 'gone') return problem(site, request, 'linkExpired');
    if (held === 'lapsed') return problem(site, request, 'askedLinkLapsed');
    const locale = held.signature?.row.locale ?? held.letters[0]?.row.locale ?? held.campaign.settings.defaultLocale;
    return answer(site, request, { held, token, visit: visitIn(held.campaign, locale) });
  };

/** `GET /me/{token}`: what we hold, opened with the link's own key. Changes nothing. */
export const showYourData = withHeld((site, request, found) => {
  const done = request.req.query('done');
  const said = (['show', 'hide', 'no-news', 'withdraw', 'refused'] as const).find((act) => act === done);
  return dataPage(site, request, found, said === undefined ? undefined : doneOf(said, found.held.signature));
});

/** `GET /me/{token}/data.json`: the same as a file (GDPR Art. 20). */
export const sendYourData = withHeld((site, _request, { held }) =>
  json(site, dataFile(held), { headers: { 'Content-Disposition': 'attachment; filename="your-data.json"' } }),
);

/** `POST /me/{token}`: one of its buttons. */
export const changeYourData = withHeld(async (site, request, found) => {
  const sent = await sentForm(site, request);
  if (sent.outcome === 'refused') return problem(site, request, sent.status);
  const act = heldActs.find((known) => known === sent.body.get('act'));
  if (act === undefined) return problem(site, request, 400);
  if (act === 'erase' && !sent.body.has('sure'))
    return dataPage(site, request, found, undefined, [
      { field: 'sure', message: found.visit.strings.yourData.sureMissing },
    ]);
  const outcome = await changeHeld(site, found.token, act);
  return seeOther(site, placeAfter(site, act, { ...found, outcome }));
});

/** The address says what was done, and may be an old one: only what is so is said. */
function doneOf(said: Exclude<HeldAct, 'erase'> | 'refused', signature: Held['signature']): DataView['done'] {
  const shown = signature?.shown;
  if (said === 'show')
    return shown === undefined || shown.standing === 'shown' ? shown && 'show' : `show-${shown.standing}`;
  const isSo = {
    hide: shown === undefined,
    'no-news': signature?.row.no_news === 1,
    withdraw: signature?.row.state === 'withdrawn',
    refused: true,
  };
  return isSo[said] ? said : undefined;
}

interface Changed extends Found {
  outcome: Awaited<ReturnType<typeof changeHeld>>;
}

function placeAfter(site: Site, act: HeldAct, { token, visit: { locale }, outcome }: Changed): string {
  if (act === 'erase') return sitePath(site, locale, '/me/erased');
  // The fragment moves the reader, and a screen reader, to what is said.
  return `/me/${token}?done=${outcome === 'done' ? act : 'refused'}#done`;
}

async function dataPage(
  site: Site,
  request: Request,
  { held, visit, token }: Found,
  done: DataView['done'],
  errors: { field: string; message: string }[] = [],
): Promise<Response> {
  const status = errors.length > 0 ? 422 : 200;
  return page({ site, request, locale: visit.locale, status }, '/your-data', {
    campaign: await campaignView(site, visit),
    data: { ...dataView(held, visit), token, done },
    form: { values: {}, errors },
  });
}
