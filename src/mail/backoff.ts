/** A provider that is down for a moment is tried again in seconds, one that is down for a day hourly. */
const firstDelaySeconds = 2;
const longestDelaySeconds = 3600;
/** No mail is put off for longer: see below. */
export const longestWaitSeconds = longestDelaySeconds * 1.25;
/** RFC 5321 section 4.5.4.1 asks for four to five days; our links only live seven. */
export const giveUpAfterSeconds = 4 * 86_400;
/** The same for letters, which go back into their queue: four days around the clock, or more of office hours. */
export const mostTries = 100;

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
