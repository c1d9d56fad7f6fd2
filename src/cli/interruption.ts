const cleanups = new Set<() => void>();

/**
 * What has to go if Ctrl+C or a shutdown ends the command in the middle: half a file, half a database.
 * @returns the way to say that it may stay
 */
export function whenInterrupted(cleanup: () => void): () => void {
  if (cleanups.size === 0) for (const signal of signals) process.on(signal, stop);
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) for (const signal of signals) process.off(signal, stop);
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** 128 and the signal's number, as shells have it. */
const stoppedByHand = 130;

function stop(): void {
  for (const cleanup of cleanups) cleanup();
  process.stderr.write('\nStopped: nothing was written.\n');
  process.exit(stoppedByHand);
}
