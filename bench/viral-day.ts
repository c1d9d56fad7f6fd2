export interface Step {
  /** Signatures a second. */
  signatures: number;
  /** Page views a second. */
  views: number;
}

/** So many people look at a petition for each that signs it. */
const viewsForEachSignature = 20;
export const stepSeconds = 5;

/** Parts of the day, and the share of the peak then: word gets around, then everybody comes at once, then it ebbs away. */
const shape = [
  [0, 0.03],
  [0.15, 0.12],
  [0.22, 0.35],
  [0.27, 1],
  [0.35, 1],
  [0.42, 0.7],
  [0.6, 0.35],
  [0.8, 0.15],
  [1, 0.05],
] as const;

/** Shorter, and a step of the peak might be missed; longer, and it is no rehearsal. */
const [leastSeconds, mostSeconds] = [60, 1800];

/** @param text from `REHEARSE_SECONDS` @throws RangeError for what is no length of a rehearsal */
export function secondsOf(text = '180'): number {
  const seconds = Number(text);
  if (!(seconds >= leastSeconds && seconds <= mostSeconds))
    throw new RangeError(`REHEARSE_SECONDS is from ${leastSeconds} to ${mostSeconds}.`);
  return seconds;
}

/** The share of the peak in each step. */
export const sharesOf = (seconds: number): number[] => {
  const count = Math.round(seconds / stepSeconds);
  return Array.from({ length: count }, (_, at) => shareAt((at + 0.5) / count));
};

export const viralDay = (peak: number, seconds: number): Step[] =>
  sharesOf(seconds).map((share) => {
    const signatures = Math.max(1, Math.round(share * peak));
    return { signatures, views: signatures * viewsForEachSignature };
  });

/** Signatures a second with which a machine is full that answers so many of one or the other when it does nothing else. */
export const fullAt = (alone: { signatures: number; views: number }): number =>
  1 / (1 / alone.signatures + viewsForEachSignature / alone.views);

/** The highest peak with which no more than so many people sign on the whole day. */
export const peakFor = (people: number, seconds: number): number =>
  people / sharesOf(seconds).reduce((sum, share) => sum + share * stepSeconds, 0);

function shareAt(part: number): number {
  const after = shape.findIndex(([at]) => at > part);
  const [[from, low], [to, high]] = [shape[after - 1] ?? shape[0], shape[after] ?? [1, 0.05]];
  return low + ((part - from) / (to - from)) * (high - low);
}
