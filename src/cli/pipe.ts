import type { Writable } from 'node:stream';

/** Whoever read us has seen enough, as `head` does. */
export const isClosedPipe = (error: unknown, out: Writable): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE' && out === process.stdout;
