/** @returns what is said of what was being written, where that is not nothing */
type Cleanup = () => string | void | Promise<string | void>;

const cleanups = new Set<Cleanup>();

/**
 * What has to be done if Ctrl+C or a shutdown ends the command in the middle: half a file goes, half a database goes, the log says that
 * an export stopped.
 * @returns the way to say that everything may stay
 */
export function whenInterrupted(cleanup: Cleanup): () => void {
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

let stopping = false;

function stop(): void {
  // Whoever presses a second time does not want to wait for anything.
  if (stopping) process.exit(stoppedByHand);
  stopping = true;
  const said = [...cleanups].map((cleanup) => cleanup());
  if (!said.some((sentence) => sentence instanceof Promise)) leave(said as (string | undefined)[]);
  void Promise.all(said.map((sentence) => Promise.resolve(sentence))).then(leave, (error: unknown) =>
    leave([String(error)]),
  );
}

function leave(said: readonly (string | void)[]): never {
  process.stderr.write(`\nStopped: ${said.find((sentence) => sentence !== undefined) ?? 'nothing was written.'}\n`);
  process.exit(stoppedByHand);
}
