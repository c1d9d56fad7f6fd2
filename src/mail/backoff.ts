/** A provider that is down for a moment is tried again in seconds, one that is down for a day hourly. */
const firstDelaySeconds = 2;
const longestDelaySeconds = 3600;
/** No mail is put off for longer: see below. */
export const longestWaitSeconds = longestDelaySeconds * 1.25;
/**
 * How long a mail is tried, and how often a letter, which goes back into its queue each time. RFC 5321 section 4.5.4.1 asks for four to
 * five days; our links only live seven. A hundred tries are four days around the clock, or more of office hours.
 */
export const patience = { seconds: 4 * 86_400, tries: 100 };
/** The same where the DNS knows no such domain: a day, so that a name server that is wrong over night costs no mail. */
export const patienceWithDomains = { seconds: 86_400, tries: 34 };
/** Tries before a mail is given up for its age, some two hours: it may have stood in the outbox for days before the first one. */
export const leastTries = 12;

/**
 * Seconds until the next try: 2, 4, 8 … 3600, each ± 25 % so that a recovering server is not met by
 * everything at once.
 * @param attempts how often it was tried before, 0 for the first failure
 * @param random below 1, as Math.random
 */
export function backoffSeconds(attempts: number, random: () => number = Math.random): number {
  const delay = Math.min(firstDelaySeconds * 2 ** attempts, longestDelaySeconds);
  return Math.max(1, Math.round(delay * (0.75 + random() / 2)));
}
