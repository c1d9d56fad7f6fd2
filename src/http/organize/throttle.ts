import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';

/** Ten guesses a quarter of an hour are 350,000 a year: no password of twelve characters is found so, and nobody types wrong as often. */
const mostByTarget = 10;
/** Several organizers may sit behind one address. */
const mostByNetwork = 30;
const windowSeconds = 15 * 60;
/** Of targets and of networks each; some megabytes. Beyond, the oldest is forgotten: with 30 tries a network nobody gets far by that. */
const mostKeys = 20_000;

/** What is tried: somebody's password (`of` a handle, or whatever was typed as one), or their code (`of` their id). */
export interface Target {
  /** Counted apart: whoever types something else as a handle shuts nothing else. */
  kind: 'password' | 'code';
  of: string;
}

export interface Throttle {
  /**
   * Takes one try, before it is known how it ends: many at once get no more than one after the other.
   * @param target undefined for a passkey: until it answers, nobody knows whose it is
   * @param network undefined where nobody knows it; then only the target counts, and a passkey is nobody's try: a stranger's would shut everybody out
   * @returns for how many seconds nobody may try, 0 if this one may; `first` is true for the try that shut the door for this target
   */
  take(target: Target | undefined, network: string | undefined): { waitSeconds: number; first: boolean };
  /** The try was right: it counts no longer, nor do those before it for this target. */
  forgive(target: Target | undefined, network: string | undefined): void;
}

interface Tries {
  count: number;
  sinceAt: number;
}

/**
 * Counts tries to sign in, in memory; handles and networks are kept only as a keyed hash.
 * @param stopwatch seconds since any moment, which nobody sets: a clock that jumps a day neither opens a door nor shuts one for a day
 */
export function openThrottle(stopwatch: Clock): Throttle {
  const key = randomBytes(32);
  const hash = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  // Apart: whoever has many networks makes no target forgotten by them.
  const targets = new Map<string, Tries>();
  const networks = new Map<string, Tries>();
  const triesOf = (tries: Map<string, Tries>, name: string): Tries => {
    const known = tries.get(name);
    if (known !== undefined && known.sinceAt + windowSeconds > stopwatch()) return known;
    const fresh = { count: 0, sinceAt: stopwatch() };
    tries.delete(name);
    if (tries.size >= mostKeys) tries.delete(tries.keys().next().value ?? '');
    tries.set(name, fresh);
    return fresh;
  };
  const byNetwork = (network: string | undefined): Tries | undefined =>
    network === undefined ? undefined : triesOf(networks, hash(network));
  const byTarget = (target: Target | undefined): Tries | undefined =>
    target === undefined ? undefined : triesOf(targets, hash(`${target.kind} ${target.of}`));
  const waitOf = (tried: Tries | undefined, most: number): number =>
    tried !== undefined && tried.count >= most
      ? Math.max(0, Math.ceil(tried.sinceAt + windowSeconds - stopwatch()))
      : 0;

  return {
    take: (target, network) => {
      const ofNetwork = byNetwork(network);
      const networkWait = waitOf(ofNetwork, mostByNetwork);
      // Looked at first: a network that is shut out must not make so many names up that the real ones are forgotten.
      if (networkWait > 0) return { waitSeconds: networkWait, first: false };
      const ofTarget = byTarget(target);
      const waitSeconds = waitOf(ofTarget, mostByTarget);
      const first = waitSeconds > 0 && ofTarget?.count === mostByTarget;
      if (ofTarget !== undefined && (waitSeconds === 0 || first)) ofTarget.count++;
      if (ofNetwork !== undefined && waitSeconds === 0) ofNetwork.count++;
      return { waitSeconds, first };
    },
    forgive: (target, network) => {
      const ofTarget = byTarget(target);
      if (ofTarget !== undefined) ofTarget.count = 0;
      const ofNetwork = byNetwork(network);
      if (ofNetwork !== undefined) ofNetwork.count = Math.max(0, ofNetwork.count - 1);
    },
  };
}
