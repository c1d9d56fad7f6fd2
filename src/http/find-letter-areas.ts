import { findAreas } from '../campaign/find-areas.ts';
import { findRepresentatives } from '../campaign/find-representatives.ts';
import { fieldLimits } from '../domain/limits.ts';
import type { FieldFault } from '../forms/read-form.ts';
import { addressOf, type LetterPlace } from './letter-place.ts';
import type { Site, Visit } from './site.ts';

/** Where a postcode leads: to the page of its areas, or back to the form. */
export type FoundAreas = { outcome: 'found'; address: string } | { outcome: 'faulty'; errors: FieldFault[] };

/**
 * Looks up a postcode in a country's table. Of what was typed the address holds nothing but the areas, and only those that the
 * campaign writes to.
 */
export async function findLetterAreas(
  site: Site,
  visit: Visit,
  place: LetterPlace,
  postcode: string,
): Promise<FoundAreas> {
  const { errors } = visit.strings;
  const faulty = (field: string, message: string): FoundAreas => ({ outcome: 'faulty', errors: [{ field, message }] });
  if (place.country === '') return faulty('country', errors.countryMissing);
  if (postcode.trim() === '') return faulty(postcodeField, errors.postcodeMissing);
  if (postcode.trim().length > fieldLimits.postcode) return faulty(postcodeField, errors.postcodeTooLong);
  const areas = await findAreas(site, place.country, postcode);
  if (areas.length === 0) return faulty(postcodeField, errors.postcodeUnknown);
  const { targets } = visit.campaign.settings.letter;
  const wanted = { ...place, areas, search: '', chosen: [] };
  const { within } = await findRepresentatives(site, site.sending, targets, wanted);
  if (within.length === 0) return faulty(postcodeField, errors.postcodeNobody);
  return { outcome: 'found', address: addressOf(visit, { ...place, areas: within, search: '' }) };
}

/** The field's id on the page, where the letter has a postcode of its own. */
const postcodeField = 'find-postcode';
