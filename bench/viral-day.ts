/** One step of a day. */
export interface Step {
  seconds: number;
  /** Signatures a second that people want to give. */
  signing: number;
  /** Pages a second that they look at. */
  looking: number;
}

/**
 * How many sign, as shares of the peak: a quiet morning, somebody famous at noon, and the evening. The steep part is that of the petition
 * of March 2019 to the UK Parliament, which went from some hundreds an hour to 2,000 a minute within a morning.
 */
const shares = [
  0.02, 0.03, 0.05, 0.1, 0.2, 0.45, 0.8, 1, 1, 0.95, 0.8, 0.7, 0.55, 0.45, 0.35, 0.25, 0.2, 0.12, 0.08, 0.04,
];

/** For one who signs, so many pages are looked at. */
const looksEach = 20;

/**
 * The shape of a viral day, in as many seconds as asked.
 * @param peak signatures a second
 * @param mostLooks pages a second that the machine of the rehearsal gives, beside everything else that runs on it
 */
export const viralDay = (peak: number, seconds: number, mostLooks: number): Step[] =>
  shares.map((share) => ({
    seconds: seconds / shares.length,
    signing: Math.max(Math.round(peak * share), 1),
    looking: Math.min(Math.max(Math.round(peak * share * looksEach), 1), mostLooks),
  }));
