import type { Representative } from '../domain/directory.ts';
import type { RepresentativeRow } from '../store/schema.ts';

/** A representative as the store keeps one, but for what it counts and remembers itself. */
export const rowOf = (representative: Representative) => ({
  key: representative.key,
  name: representative.name,
  role: representative.role,
  party: representative.party,
  area_id: representative.areaId,
  area_name: representative.areaName,
  country: representative.country,
  email: representative.email,
  phone: representative.phone,
  contact_form: representative.contactForm,
  address: representative.address,
  starts_on: representative.startsOn,
  ends_on: representative.endsOn,
  time_zone: representative.timeZone,
});

export const representativeOf = (row: Omit<RepresentativeRow, 'id'>): Representative => ({
  key: row.key,
  name: row.name,
  role: row.role,
  party: row.party,
  areaId: row.area_id,
  areaName: row.area_name,
  country: row.country,
  email: row.email,
  phone: row.phone,
  contactForm: row.contact_form,
  address: row.address,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  timeZone: row.time_zone,
});
