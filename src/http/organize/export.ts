import { beginExport } from '../../campaign/begin-export.ts';
import { endExport } from '../../campaign/end-export.ts';
import { findExport, type FoundExport } from '../../campaign/running-export.ts';
import { sealedPage } from '../../campaign/sealed-page.ts';
import { readExport, readExportEnd } from '../../forms/export.ts';
import { organizerKeys } from '../../store/organizer-keys.ts';
import { strings } from '../../strings/strings.ts';
import { problem } from '../problem.ts';
import { json } from '../respond.ts';
import type { Site } from '../site.ts';
import { forCampaign, withForm, type CampaignRequest } from './door.ts';
import { organizePage } from './organize-page.ts';

/** `GET /organize/{campaign}/export`: the form whose script opens signatures in the browser. */
export const showExport = (site: Site) =>
  forCampaign(site, 'editor', async (asked) => {
    const keys = await organizerKeys(site.store.read);
    const view = { slug: asked.campaign.settings.slug, recipients: keys.map(({ recipient }) => recipient) };
    return organizePage(site, asked, '/organize/export', view);
  });

/** `POST /organize/{campaign}/export`: begins one, and says where its pages are and what the file will have. */
export const postExport = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async ({ campaign, organizer, sent }) => {
      const read = readExport(sent, strings('en'));
      if (read.outcome === 'faulty') return json(site, { errors: read.errors }, { status: 422 });
      const { id, total } = await beginExport(site, campaign, organizer.handle, read.value);
      const path = `/organize/${campaign.settings.slug}/export/${id}`;
      const { fields, purpose } = read.value;
      return json(
        site,
        { export: id, total, fields, purpose, rows: `${path}/rows`, done: `${path}/done` },
        { status: 201 },
      );
    }),
  );

/** `GET /organize/{campaign}/export/{export}/rows?after=N`: the next page of rows, sealed as they are. */
export const showSealedPage = (site: Site) =>
  forCampaign(site, 'editor', async (asked) => {
    const after = numberIn(asked.request.req.query('after') ?? '0');
    const found = await exportIn(site, asked);
    if (after === undefined || found.outcome === 'unknown') return problem(site, asked.request, 404);
    if (found.outcome === 'over') return problem(site, asked.request, 410);
    return json(site, await sealedPage(site, asked.campaign, found, after));
  });

/** `POST /organize/{campaign}/export/{export}/done`: the browser tells how it ended, for the log. */
export const endOfExport = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async (asked) => {
      const { campaign, organizer, request, sent } = asked;
      const found = await exportIn(site, asked);
      if (found.outcome === 'unknown') return problem(site, request, 404);
      if (found.outcome === 'over') return problem(site, request, 410);
      const read = readExportEnd(sent);
      if (read.outcome === 'faulty') return json(site, { errors: read.errors }, { status: 422 });
      await endExport(site, campaign, organizer.handle, found, read.value);
      return json(site, {});
    }),
  );

/** The export in the address, if it is theirs. */
async function exportIn(site: Site, { request, campaign, organizer }: CampaignRequest): Promise<FoundExport> {
  const id = numberIn(request.req.param('export') ?? '');
  return id === undefined ? { outcome: 'unknown' } : findExport(site, campaign, organizer.handle, id);
}

const numberIn = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
