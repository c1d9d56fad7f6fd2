import { moderateNames } from '../../campaign/moderate-names.ts';
import { nameQueue } from '../../campaign/name-queue.ts';
import { moderations, type Moderation } from '../../domain/moderation.ts';
import { readNameDecision } from '../../forms/name-decision.ts';
import type { FieldFault } from '../../forms/read-form.ts';
import { queueLengths, type NameKey } from '../../store/moderation.ts';
import { strings } from '../../strings/strings.ts';
import type { NamesView } from '../../organize-views.ts';
import { seeOther } from '../respond.ts';
import type { Site } from '../site.ts';
import { forCampaign, withForm, type CampaignRequest } from './door.ts';
import { organizePage } from './organize-page.ts';

/** `GET /organize/{campaign}/names?queue=…&after=…`: public names and comments, the waiting ones first. */
export const showNames = (site: Site) =>
  forCampaign(site, 'editor', (asked) => namesPage(site, asked, new URL(asked.request.req.url).searchParams));

/** `POST /organize/{campaign}/names`: approves or hides; leads back to where the organizer was. */
export const decideNames = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async (asked) => {
      const { campaign, organizer, sent } = asked;
      const read = readNameDecision(sent, strings('en'));
      if (read.outcome === 'faulty') return namesPage(site, asked, sent, read.errors);
      const { choice } = read.value;
      const outcome = await moderateNames(site, campaign, { organizer: organizer.handle, ...read.value });
      const place = new URLSearchParams({
        queue: read.value.seenIn,
        after: keyText(keyOf(sent.get('after'))),
        done: choice,
        count: String(outcome.decided),
        left: String(outcome.left),
      });
      // The fragment moves the reader, and a screen reader, to what is said.
      return seeOther(site, `/organize/${campaign.settings.slug}/names?${place.toString()}#done`);
    }),
  );

/** @param place which queue and from where: of the address, or of the form that was sent */
async function namesPage(
  site: Site,
  asked: CampaignRequest,
  place: URLSearchParams,
  errors: FieldFault[] = [],
): Promise<Response> {
  const { campaign } = asked;
  const queue: Moderation = moderations.find((name) => name === place.get('queue')) ?? 'waiting';
  const after = keyOf(place.get('after'));
  const { names, next } = await nameQueue(site.store.read, site.vault, campaign, queue, after, site.brokenName);
  const view: NamesView = {
    queue,
    mode: campaign.settings.moderation,
    lengths: await queueLengths(site.store.read, campaign.id),
    names: names.map(({ signatureId, version, name, country, comment }) => ({
      value: `${signatureId}.${version}`,
      name,
      country,
      comment,
    })),
    after: keyText(after),
    next: next === undefined ? undefined : keyText(next),
    done: doneOf(place),
    errors,
  };
  const status = errors.length > 0 ? 422 : 200;
  return organizePage(site, asked, '/organize/names', { slug: campaign.settings.slug, names: view }, { status });
}

/** What cannot be a place is the beginning. */
function keyOf(text: string | null): NameKey | undefined {
  const [, shownAt, signatureId] = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? '') ?? [];
  return shownAt === undefined ? undefined : { shownAt: Number(shownAt), signatureId: Number(signatureId) };
}

const keyText = (key: NameKey | undefined): string => (key === undefined ? '' : `${key.shownAt}-${key.signatureId}`);

function doneOf(place: URLSearchParams): NamesView['done'] {
  const choice = (['approved', 'hidden'] as const).find((known) => known === place.get('done'));
  const count = Number(place.get('count'));
  const left = Number(place.get('left'));
  if (choice === undefined || !Number.isSafeInteger(count) || !Number.isSafeInteger(left)) return undefined;
  return { choice, count, left };
}
