/** How long it took from an answer to its mail, by the step in which the answer was given. */
export interface Lags {
  answered(address: string, step: number): void;
  arrived(address: string): void;
  /** Addresses that were answered and have no mail yet. */
  missing(): number;
  /** Mails that came again. */
  twice(): number;
  /** Seconds that half, and 99 of 100, of a step's mails took at the most. */
  of(step: number): { half: number; most: number };
}

/** A mail may come before its answer was read: both are noted as they come. */
export function openLags(now: () => number = () => performance.now()): Lags {
  const answers = new Map<string, { at: number; step: number }>();
  const mails = new Map<string, number>();
  const done = new Set<string>();
  const seconds = new Map<number, number[]>();
  let again = 0;
  const match = (address: string): void => {
    const answer = answers.get(address);
    const mail = mails.get(address);
    if (answer === undefined || mail === undefined) return;
    const ofStep = seconds.get(answer.step) ?? [];
    ofStep.push(Math.max(mail - answer.at, 0) / 1000);
    seconds.set(answer.step, ofStep);
    answers.delete(address);
    mails.delete(address);
    done.add(address);
  };
  return {
    answered: (address, step) => {
      answers.set(address, { at: now(), step });
      match(address);
    },
    arrived: (address) => {
      if (done.has(address) || mails.has(address)) again += 1;
      else mails.set(address, now());
      match(address);
    },
    missing: () => answers.size,
    twice: () => again,
    of: (step) => {
      const sorted = (seconds.get(step) ?? []).toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
      return { half: at(0.5), most: at(0.99) };
    },
  };
}
