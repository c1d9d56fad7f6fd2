/**
 * The Open Civic Data id of a state, of the District of Columbia or of a territory, by its postal code;
 * '' for what is none (https://github.com/opencivicdata/ocd-division-ids).
 */
export function usDivision(postal: string): string {
  const code = postal.toLowerCase();
  if (!zones.has(code)) return '';
  const kind = code === 'dc' ? 'district' : territories.has(code) ? 'territory' : 'state';
  return `ocd-division/country:us/${kind}:${code}`;
}

/** The postal code in an id such as `ocd-jurisdiction/country:us/state:al/government`, or ''. */
export const postalOf = (id: string): string =>
  /\/country:us\/(?:state|district|territory):([a-z]{2})(?:\/|$)/.exec(id)?.[1] ?? '';

/** The time zone of a state's capital, where its legislature sits; '' for what is no state. */
export const usTimeZone = (postal: string): string => zones.get(postal.toLowerCase()) ?? '';

const territories: ReadonlySet<string> = new Set(['as', 'gu', 'mp', 'pr', 'vi']);

const zones: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'America/New_York': 'ct dc de fl ga in ky ma md me mi nc nh nj ny oh pa ri sc va vt wv',
    'America/Chicago': 'al ar ia il ks la mn mo ms nd ne ok sd tn tx wi',
    'America/Denver': 'co id mt nm ut wy',
    'America/Phoenix': 'az',
    'America/Los_Angeles': 'ca nv or wa',
    'America/Juneau': 'ak',
    'Pacific/Honolulu': 'hi',
    'America/Puerto_Rico': 'pr',
    'America/St_Thomas': 'vi',
    'Pacific/Guam': 'gu',
    'Pacific/Saipan': 'mp',
    'Pacific/Pago_Pago': 'as',
  }).flatMap(([zone, states]) => states.split(' ').map((state): [string, string] => [state, zone])),
);
