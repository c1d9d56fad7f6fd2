import { z } from 'zod';
import { line, lines, list, part } from './loose-shape.ts';

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
  email: lines,
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
  sources: lines,
  licence: line,
  license: line,
  data_as_of: line,
  time_zone: line,
  demonstration: z.unknown().optional(),
  usable_for_sending: z.unknown().optional(),
});

/** A Popolo file as far as directories need it (https://www.popoloproject.com/specs/). */
export const popoloFile = z.object({
  meta: part(meta),
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
