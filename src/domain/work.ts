/** How much a browser works before its form is sent, unseen by whoever fills it in. */
export const workLevels = ['light', 'heavy'] as const;
export type WorkLevel = (typeof workLevels)[number];

/**
 * How many keys are tried, each by so many rounds of PBKDF2. Of today's machines `light` takes a third of a second and `heavy` about three; an old
 * phone takes five times as long, and most of that while its owner types.
 */
export const workOf: Record<WorkLevel, { rounds: number; least: number; most: number }> = {
  light: { rounds: 5000, least: 200, most: 400 },
  heavy: { rounds: 5000, least: 2000, most: 4000 },
};

/** Enough to fill in a form with a screen reader and a telephone call in between. */
export const workSeconds = 3600;
