/** The IANA name of a time zone as Intl spells it ("europe/berlin" is Europe/Berlin), or undefined if it is none. */
export function timeZoneOf(text: string): string | undefined {
  // Intl also takes offsets such as +01:00, which know nothing of summer time.
  if (!/^[a-z]/i.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
