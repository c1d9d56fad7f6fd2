/**
 * Something that must hold for every backup, too: what a signer or writer did not want to be held, counted or shown any
 * longer, and what an organizer ended for good. Enough to do it again, and nothing about anyone.
 */
export type Erasure = { /** ISO 8601, floored to the hour. */ at: string } & (Wish | Ending);

/** Of a signer or writer. */
interface Wish {
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

/** Of an organizer: a campaign that was closed for good, a key that is sealed to no longer. */
type Ending =
  { kind: 'campaign'; act: 'close'; campaign: string } | { kind: 'organizer-key'; act: 'retire'; recipient: string };

export type WishToLeave = Extract<Erasure, Wish>;

/** A line of the ledger; undefined where the machine died while writing it, or where it is no such line. */
export function parseErasure(line: string): Erasure | undefined {
  try {
    const read = JSON.parse(line) as Record<string, unknown>;
    return isErasure(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isErasure(read: Record<string, unknown>): read is Erasure & Record<string, unknown> {
  const { kind, act, campaign, id, mark, recipient } = read;
  if (kind === 'organizer-key') return act === 'retire' && typeof recipient === 'string';
  if (typeof campaign !== 'string') return false;
  if (kind === 'campaign') return act === 'close';
  const isKnown = (kind === 'signature' || kind === 'letter') && typeof act === 'string' && wishes.includes(act);
  return isKnown && Number.isSafeInteger(id) && typeof mark === 'string';
}

const wishes: readonly string[] = ['erase', 'withdraw', 'hide', 'show', 'no-news'] satisfies Wish['act'][];

/** Whether a line that cannot be read may be one that was torn when the machine died. */
export const isTorn = (line: string): boolean => line.startsWith(lineStart) || lineStart.startsWith(line);

const lineStart = '{"at":"';

/** Takes in one more line; what still holds is what `meant` then has: a name that was shown again is not hidden. */
export function addMeant(meant: Map<string, Erasure>, erasure: Erasure): void {
  if (erasure.kind === 'campaign') meant.set(`close ${erasure.campaign}`, erasure);
  else if (erasure.kind === 'organizer-key') meant.set(`retire ${erasure.recipient}`, erasure);
  else {
    const { kind, id, act, mark } = erasure;
    if (act === 'show') meant.delete(`${kind} ${id} hide ${mark}`);
    else meant.set(`${kind} ${id} ${act} ${mark}`, erasure);
  }
}
