import { countryCodes } from '../domain/countries.ts';
import { pathOf } from '../settings/campaign.ts';
import type { Visit } from './site.ts';

/** Whom a writer looks for, as the letter page's address has it. Nothing in it tells who asks: postcodes never get here. */
export interface LetterPlace {
  /** ISO 3166-1 alpha-2, or ''. */
  country: string;
  areas: string[];
  search: string;
  /** Of several texts the one to write: see `letter.targets` in campaign.yaml. '' is the first that fits. */
  text: string;
}

/** Nobody lives in more; what is longer is no id. */
const mostAreas = 50;
const longestId = 300;
export const longestSearch = 100;

/** Reads `country=GB&area=a&area=b&search=…&text=…`; what makes no sense counts as left out, and so does all else without a country. */
export function readPlace(query: URLSearchParams): LetterPlace {
  const typed = (query.get('country') ?? '').trim().toUpperCase();
  const country = countryCodes.includes(typed) ? typed : '';
  if (country === '') return { country, areas: [], search: '', text: '' };
  const search = (query.get('search') ?? '').replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();
  return {
    country,
    areas: [...new Set(query.getAll('area'))].filter((id) => id !== '' && id.length <= longestId).slice(0, mostAreas),
    search: search.slice(0, longestSearch),
    text: query.get('text') ?? '',
  };
}

/** The address of the letter page for a place. */
export function addressOf({ campaign, locale }: Visit, place: LetterPlace): string {
  const query = queryOf(place);
  return `${pathOf(campaign.settings, locale)}/letter${query === '' ? '' : `?${query}`}`;
}

export function queryOf({ country, areas, search, text }: LetterPlace): string {
  const query = new URLSearchParams();
  if (country !== '') query.set('country', country);
  for (const area of areas) query.append('area', area);
  if (search !== '') query.set('search', search);
  if (text !== '') query.set('text', text);
  return query.toString();
}
