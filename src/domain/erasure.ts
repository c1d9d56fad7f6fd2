/** One deleted row, as the erasure ledger keeps it: enough to delete it again from a backup, and nothing about anyone. */
export interface Erasure {
  /** ISO 8601, floored to the hour. */
  at: string;
  campaign: string;
  kind: 'signature' | 'letter';
  id: number;
  /**
   * Eight bytes of a hash of the blind index, in hex: a database that was restored without this ledger may give the
   * number to somebody else.
   */
  person: string;
}

/** A line of the ledger, or undefined where the machine died while writing it. */
export function parseErasure(line: string): Erasure | undefined {
  try {
    const { at, campaign, kind, id, person } = JSON.parse(line) as Erasure;
    const known = kind === 'signature' || kind === 'letter';
    return known && Number.isSafeInteger(id) && typeof campaign === 'string' && typeof person === 'string'
      ? { at, campaign, kind, id, person }
      : undefined;
  } catch {
    return undefined;
  }
}
