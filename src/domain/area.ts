/**
 * The area and those that hold it, the narrowest first. Only ids of the Open Civic Data project say what holds what:
 * who lives in `ocd-division/country:us/state:al/cd:3` is represented by the senators of `ocd-division/country:us/state:al` too.
 */
export function areasAround(areaId: string): string[] {
  const around = [areaId];
  if (!areaId.startsWith('ocd-division/')) return around;
  for (let end = areaId.lastIndexOf('/'); end > 'ocd-division'.length; end = areaId.lastIndexOf('/', end - 1))
    around.push(areaId.slice(0, end));
  return around;
}

/** Whether a representative of the area answers for the whole country: no area, or the country's own, such as `iso/FI`. */
export const coversCountry = (areaId: string, country: string): boolean =>
  areaId === '' || new RegExp(`(?:^|[/:])${country}$`, 'i').test(areaId);
