import { z } from 'zod';

/**
 * A Popolo file as far as directories need it (https://www.popoloproject.com/specs/). Other people's
 * data: unknown keys are dropped, a missing or wrong value reads as '', an entry that is no object
 * is left out. Numbers are taken as text, since some sources number their ids.
 */
const line = z.unknown().optional().transform(cleanLine);

const list = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .optional()
    .transform((value) => (Array.isArray(value) ? value.filter(isObject).map((entry) => schema.parse(entry)) : []));

const organization = z.object({ id: line, name: line, classification: line });

const area = z.object({
  id: line,
  name: line,
  identifiers: list(z.object({ scheme: line, identifier: line })),
});

const contactDetail = z.object({ type: line, value: line });

const person = z.object({
  id: line,
  name: line,
  given_name: line,
  family_name: line,
  email: z.unknown().optional().transform(cleanLines),
  contact_details: list(contactDetail),
});

const membership = z.object({
  person_id: line,
  organization_id: line,
  on_behalf_of_id: line,
  area_id: line,
  post_id: line,
  legislative_period_id: line,
  role: line,
  start_date: line,
  end_date: line,
  contact_details: list(contactDetail),
});

/** Campaign Kit's and EveryPolitician's addition to Popolo; a bare file has none. */
const meta = z.object({
  id: line,
  title: line,
  country: line,
  source: line,
  source_repo: line,
  sources: z.unknown().optional().transform(cleanLines),
  licence: line,
  license: line,
  data_as_of: line,
  usable_for_sending: z.unknown().optional(),
});

export const popoloFile = z.object({
  meta: z
    .unknown()
    .optional()
    .transform((value) => meta.parse(isObject(value) ? value : {})),
  persons: list(person),
  organizations: list(organization),
  areas: list(area),
  posts: list(z.object({ id: line, label: line, role: line, organization_id: line, area_id: line })),
  /** EveryPolitician keeps the terms of a legislature here. */
  events: list(z.object({ id: line, start_date: line, end_date: line })),
  memberships: list(membership),
});

export type PopoloFile = z.infer<typeof popoloFile>;
export type PopoloPerson = z.infer<typeof person>;
export type PopoloMembership = z.infer<typeof membership>;
export type PopoloContactDetail = z.infer<typeof contactDetail>;

/** Past this a field holds no name, phone or address; it keeps one broken field from filling a database. */
const longestLine = 1000;

/**
 * Text on one line: line ends become a space, other controls go, a lone surrogate becomes U+FFFD.
 * Otherwise every script stays as it is, byte for byte.
 */
export function cleanLine(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return value
    .slice(0, longestLine)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
}

/** Some sources put a list where Popolo has one value: one a line, for whoever reads it to tell apart. */
function cleanLines(value: unknown): string {
  const values: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\r\n]+/) : [];
  return values
    .map(cleanLine)
    .filter((text) => text !== '')
    .join('\n');
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
