/** From an answer to the arrival of its confirmation mail, in seconds; undefined where it is not known, as so many mails had not arrived. */
export interface Lag {
  middle: number | undefined;
  /** 99 of 100 waited no longer. */
  p99: number | undefined;
}

export interface Ledger {
  /** @param at in seconds, on the same clock as arrivals */
  answered(signer: number, step: number, at: number): void;
  arrived(signer: number, at: number): void;
  lagOf(step: number): Lag;
  tally(): {
    answered: number;
    /** Signers whose mail arrived, answered or not. */
    arrived: number;
    /** Answered, and no mail. */
    missing: number;
    /** Mails beyond the first to the same signer. */
    twice: number;
  };
}

/**
 * Who was answered when, and when their mail arrived. Signers are numbers below `most`, so that memory is bounded.
 * @throws RangeError for another signer
 */
export function openLedger(most: number): Ledger {
  const answeredAt = new Float64Array(most).fill(Number.NaN);
  const arrivedAt = new Float64Array(most).fill(Number.NaN);
  const stepOf = new Uint16Array(most);
  const counts = { answered: 0, arrived: 0, missing: 0, twice: 0 };
  const has = (times: Float64Array, signer: number): boolean => {
    if (!(Number.isInteger(signer) && signer >= 0 && signer < most)) throw new RangeError(`nobody is number ${signer}`);
    return !Number.isNaN(times[signer]);
  };
  return {
    answered: (signer, step, at) => {
      if (has(answeredAt, signer)) return;
      answeredAt[signer] = at;
      stepOf[signer] = step;
      counts.answered += 1;
      if (!has(arrivedAt, signer)) counts.missing += 1;
    },
    arrived: (signer, at) => {
      if (has(arrivedAt, signer)) return void (counts.twice += 1);
      arrivedAt[signer] = at;
      counts.arrived += 1;
      if (has(answeredAt, signer)) counts.missing -= 1;
    },
    lagOf: (step) => {
      const lags: number[] = [];
      for (let signer = 0; signer < most; signer++) {
        if (stepOf[signer] !== step || !has(answeredAt, signer)) continue;
        // Whoever still waits has waited longest. A mail may also overtake the answer.
        const lag = (arrivedAt[signer] ?? Number.NaN) - (answeredAt[signer] ?? Number.NaN);
        lags.push(Number.isNaN(lag) ? Infinity : Math.max(lag, 0));
      }
      return lagFigures(lags);
    },
    tally: () => ({ ...counts }),
  };
}

/** @param lags in seconds, in any order; Infinity for a mail that did not arrive */
export function lagFigures(lags: readonly number[]): Lag {
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number): number | undefined => {
    const lag = sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)];
    return lag === Infinity ? undefined : lag;
  };
  return { middle: at(0.5), p99: at(0.99) };
}
