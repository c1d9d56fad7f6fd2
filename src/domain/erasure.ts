/**
 * Something that a signer or writer did not want to be held, counted or shown any longer, as the erasure ledger keeps
 * it: enough to do it again to a backup, and nothing about anyone.
 */
export interface Erasure {
  /** ISO 8601, floored to the hour. */
  at: string;
  campaign: string;
  kind: 'signature' | 'letter';
  id: number;
  /** `show` takes back an earlier `hide`. */
  act: 'erase' | 'withdraw' | 'hide' | 'show' | 'no-news';
  /**
   * Eight bytes of a hash, in hex, of whose row and, but for `erase`, which form of theirs it was: a number in a database
   * that was restored may belong to somebody else, and who withdrew may have signed again.
   */
  mark: string;
}

const acts: readonly string[] = ['erase', 'withdraw', 'hide', 'show', 'no-news'] satisfies Erasure['act'][];

/** A line of the ledger; undefined where the machine died while writing it, or where it is no such line. */
export function parseErasure(line: string): Erasure | undefined {
  try {
    const { at, campaign, kind, id, act, mark } = JSON.parse(line) as Erasure;
    const known = (kind === 'signature' || kind === 'letter') && acts.includes(act);
    return known && Number.isSafeInteger(id) && typeof campaign === 'string' && typeof mark === 'string'
      ? { at, campaign, kind, id, act, mark }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a line that cannot be read may be one that was torn when the machine died. */
export const isTorn = (line: string): boolean => line.startsWith(lineStart) || lineStart.startsWith(line);

const lineStart = '{"at":"';

/** What still holds of all that was ever written down: a name that was shown again is not hidden. */
export function stillMeant(erasures: readonly Erasure[]): Erasure[] {
  const meant = new Map<string, Erasure>();
  for (const erasure of erasures) {
    const { kind, id, act, mark } = erasure;
    if (act === 'show') meant.delete([kind, id, 'hide', mark].join(' '));
    else meant.set([kind, id, act, mark].join(' '), erasure);
  }
  return [...meant.values()];
}
