import { nameDomains } from '../../campaign/name-domains.ts';
import type { RunningCampaign } from '../../campaign/context.ts';
import { isoTime } from '../../domain/clock.ts';
import { hourText, tagLabel, type InvalidationConditions } from '../../domain/invalidation.ts';
import type { InvalidationView } from '../../organize-views.ts';
import type { InvalidationRow } from '../../store/invalidations.ts';
import { readConditions } from '../../settings/conditions.ts';
import { countryName } from '../../strings/format.ts';
import { strings } from '../../strings/strings.ts';

const text = strings('en').organize.invalidations;

/** An invalidation as pages show it. */
export const invalidationView = (campaign: RunningCampaign, row: InvalidationRow): InvalidationView => ({
  id: row.id,
  path: `/organize/${campaign.settings.slug}/invalidations/${row.id}`,
  state: row.state,
  reason: row.reason,
  conditions: storedDetails(campaign, readConditions(row.conditions)),
  count: row.count,
  confirmed: row.confirmed,
  percent: row.last_id === 0 ? 100 : Math.floor((100 * row.through_id) / row.last_id),
  madeAt: isoTime(row.made_at),
  madeBy: row.made_by,
  settledAt: row.settled_at === null ? undefined : isoTime(row.settled_at),
  undone: row.undone_at === null ? undefined : { at: isoTime(row.undone_at), by: row.undone_by ?? '' },
});

const storedDetails = (campaign: RunningCampaign, conditions: InvalidationConditions | undefined) =>
  conditions === undefined ? [] : conditionDetails(campaign, conditions);

/** What was asked for, a line each. */
export function conditionDetails(
  campaign: RunningCampaign,
  { from, to, network, mailDomain, country, source, state, disposable, honeypot, origin }: InvalidationConditions,
): InvalidationView['conditions'] {
  const { labels } = text;
  const hourOf = (at: number): string => text.utc(hourText(at).replace('T', ' '));
  const nameOf = (tag: string): string => nameDomains(campaign).get(tag) ?? text.tag(tagLabel(tag));
  const line = <Value>(label: string, value: Value | undefined, show: (value: Value) => string) =>
    value === undefined ? [] : [{ label, value: show(value) }];
  return [
    ...line(labels.from, from, hourOf),
    ...line(labels.to, to, hourOf),
    ...line(labels.network, network, (tag) => text.tag(tagLabel(tag))),
    ...line(labels.domain, mailDomain, nameOf),
    ...line(labels.country, country, (code) => countryName('en', code)),
    ...line(labels.source, source, (code) => code),
    { label: labels.state, value: state === undefined ? text.anyState : text.signatureStates[state] },
    ...line(labels.disposable, disposable, (is) => text.yesOrNo[is ? 'yes' : 'no']),
    ...line(labels.honeypot, honeypot, (is) => text.yesOrNo[is ? 'yes' : 'no']),
    ...line(labels.origin, origin, (where) => text.origins[where]),
  ];
}

/** The fields of the form that say the same. */
export const fieldsOfConditions = ({
  from,
  to,
  network,
  mailDomain,
  country,
  source,
  state,
  disposable,
  honeypot,
  origin,
}: InvalidationConditions): { name: string; value: string }[] =>
  Object.entries({
    from: from === undefined ? undefined : hourText(from),
    to: to === undefined ? undefined : hourText(to),
    network,
    domain: mailDomain,
    country,
    source,
    state,
    disposable: yesOrNo(disposable),
    honeypot: yesOrNo(honeypot),
    origin,
  }).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));

const yesOrNo = (is: boolean | undefined): 'yes' | 'no' | undefined =>
  is === undefined ? undefined : is ? 'yes' : 'no';
