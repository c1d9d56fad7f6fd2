/**
 * For work that may end between two of its steps, and goes on another time: Ctrl+C or a shutdown asks, and the step in hand is finished. A
 * second Ctrl+C ends the command at once.
 */
export function afterInterruption(): { asked: () => boolean; done: () => void } {
  let asked = false;
  const ask = (): void => void (asked = true);
  for (const signal of signals) process.once(signal, ask);
  return {
    asked: () => asked,
    done: () => {
      for (const signal of signals) process.off(signal, ask);
    },
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
