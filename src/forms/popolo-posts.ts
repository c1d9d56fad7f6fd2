import type { Representative } from '../domain/directory.ts';
import type { WarningCollector } from './import-warnings.ts';
import { readCountry } from './directory-country.ts';
import { readDay } from './directory-day.ts';
import type { PopoloContactDetail, PopoloFile, PopoloMembership } from './popolo-shape.ts';

/** What a person is in office for. */
export interface Post extends Pick<
  Representative,
  'role' | 'party' | 'areaId' | 'areaName' | 'country' | 'startsOn' | 'endsOn'
> {
  contactDetails: PopoloContactDetail[];
}

/**
 * The post by which each person is a representative: of several the one that has not ended by `day`
 * (ISO, '' if unknown), in a legislature rather than elsewhere, and the latest.
 * @param country where posts are whose area says nothing of it, as `readCountry` takes it
 * @returns by person id; persons without a post are not in it
 */
export function currentPosts(
  file: PopoloFile,
  country: string,
  day: string,
  warnings: WarningCollector,
): Map<string, Post> {
  const index = indexOf(file);
  const best = new Map<string, { post: Post; rank: string }>();
  const parties = new Map<string, string>();
  for (const membership of file.memberships) {
    const key = membership.person_id;
    if (!index.persons.has(key)) {
      warnings.add(
        'membership of an unknown person',
        `A membership names the person “${key}”, who is not in the file; left out.`,
      );
      continue;
    }
    const organization = index.organizations.get(organizationIdOf(membership, index));
    if (organization !== undefined && partyLike.test(organization.classification)) {
      parties.set(key, organization.name);
      continue;
    }
    const post = readPost(membership, index, country, warnings);
    const rank = rankOf(post, organization?.classification ?? '', day);
    if (rank >= (best.get(key)?.rank ?? '')) best.set(key, { post, rank });
  }
  return new Map([...best].map(([key, { post }]) => [key, { ...post, party: post.party || (parties.get(key) ?? '') }]));
}

/** Popolo writes a party that somebody belongs to as a membership too: that is no post. */
const partyLike = /party|group|faction|fraktion|caucus/i;
const legislatureLike = /chamber|legislature|parliament|assembly|house|senate|council/i;
const committeeLike = /committee/i;

type Index = ReturnType<typeof indexOf>;

const indexOf = (file: PopoloFile) => ({
  persons: new Set(file.persons.map(({ id }) => id)),
  organizations: new Map(file.organizations.map((organization) => [organization.id, organization])),
  areas: new Map(file.areas.map((area) => [area.id, area])),
  posts: new Map(file.posts.map((post) => [post.id, post])),
  terms: new Map(file.events.map((event) => [event.id, event])),
});

const organizationIdOf = (membership: PopoloMembership, index: Index): string =>
  membership.organization_id || (index.posts.get(membership.post_id)?.organization_id ?? '');

function readPost(membership: PopoloMembership, index: Index, metaCountry: string, warnings: WarningCollector): Post {
  const key = membership.person_id;
  const post = index.posts.get(membership.post_id);
  const term = index.terms.get(membership.legislative_period_id);
  const areaId = membership.area_id || (post?.area_id ?? '');
  const area = index.areas.get(areaId);
  const unknown = (kind: string, id: string) =>
    warnings.add(
      `unknown ${kind}`,
      `A membership of “${key}” names the ${kind} “${id}”, which is not in the file.`,
      key,
    );
  if (areaId !== '' && area === undefined) unknown('area', areaId);
  const organizationIds = [organizationIdOf(membership, index), membership.on_behalf_of_id];
  for (const id of organizationIds) if (id !== '' && !index.organizations.has(id)) unknown('organization', id);
  const dayOf = (text: string, edge: 'start' | 'end') => {
    const day = readDay(text, edge);
    if (day === undefined)
      warnings.add('date', `The ${edge} of a membership of “${key}”, “${text}”, is not a date; left out.`, key);
    return day ?? '';
  };
  return {
    role: membership.role || post?.label || post?.role || '',
    party: index.organizations.get(membership.on_behalf_of_id)?.name ?? '',
    areaId,
    areaName: area?.name ?? '',
    country: readCountry(areaId, area?.identifiers ?? [], metaCountry),
    startsOn: dayOf(membership.start_date || (term?.start_date ?? ''), 'start'),
    endsOn: dayOf(membership.end_date || (term?.end_date ?? ''), 'end'),
    contactDetails: membership.contact_details,
  };
}

/** Compares as text: the higher one is the post to write to. */
function rankOf(post: Post, classification: string, day: string): string {
  // While nobody says what day it is, an end tells at least that another post may follow it.
  const ended = post.endsOn !== '' && (day === '' || post.endsOn < day);
  const committee = committeeLike.test(classification);
  const legislature = !committee && legislatureLike.test(classification);
  return [
    committee ? 0 : 1,
    ended ? 0 : 1,
    legislature ? 1 : 0,
    post.startsOn || '0000-00-00',
    post.endsOn || '9999-99-99',
  ].join(' ');
}
