/** Seconds since 1970, UTC. Time comes in as an argument, so that a test can turn it. */
export type Clock = () => number;

export const hourSeconds = 3600;
export const daySeconds = 86_400;

/** Stored times are this coarse: a finer one would tell who sat at a keyboard when. */
export const toHour = (seconds: number): number => seconds - (seconds % hourSeconds);

/** The number of the UTC day. */
export const dayOf = (seconds: number): number => Math.floor(seconds / daySeconds);

export const isoDay = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

export const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** What waits to be sent is timed no finer than this. */
export const toMinute = (seconds: number): number => seconds - (seconds % 60);
