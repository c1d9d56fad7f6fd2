import { randomInt } from 'node:crypto';
import { CappedMap, createChallenge, verifySolution, type Challenge, type Payload } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Clock } from '../domain/clock.ts';
import { workOf, workSeconds, type WorkLevel } from '../domain/work.ts';
import type { WorkSecrets } from '../vault/vault.ts';

/** Proof of work by browsers, as ALTCHA has it: whoever sends forms in numbers pays for each with seconds of a processor. */
export interface Work {
  /** Something to work on for one form of a campaign; undefined while too many ask at once. */
  challenge(slug: string, level: WorkLevel): Promise<Challenge | undefined>;
  /**
   * Whether a form without work may be of somebody who was given none within the time that work is good for. As many are as were
   * given none: whoever asks for work in vain excuses one form and not everybody's.
   */
  isExcused(): boolean;
  /**
   * Whether the work was done for this campaign, in time, and not used before; then it is used. Whatever else was sent counts as none.
   * @param sent the challenge with its solution, in JSON and Base64
   */
  isDone(sent: unknown, slug: string, level: WorkLevel): Promise<boolean>;
  /** What was done and used is good once more: its form could not be stored. */
  giveBack(sent: unknown): void;
}

/** Making a challenge takes a millisecond of a processor beside the event loop. No network alone gets so many for long (domain/limits.ts); beyond, people sign without. */
const mostASecond = 200;
/** What browsers send is 700 characters long. */
const longestSent = 2000;
/** Solutions that are remembered as used; to use one twice somebody would have to work for a day and a half of a processor. 10 MB. */
const mostUsed = 100_000;

/** @param secrets the same at each server of a database: what one asked is answered to another */
export function openWork(secrets: WorkSecrets, now: Clock): Work {
  const used = new CappedMap<string, true>({ maxSize: mostUsed });
  const budget = openBudget(mostASecond);
  const signing = { hmacSignatureSecret: secrets.challenge, hmacKeySignatureSecret: secrets.solution };
  return {
    challenge: async (slug, level) => {
      if (!budget.take()) return undefined;
      const { rounds, least, most } = workOf[level];
      return createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: rounds,
        counter: randomInt(least, most + 1),
        expiresAt: now() + workSeconds,
        data: { campaign: slug, work: level },
        deriveKey,
        ...signing,
      });
    },
    isExcused: budget.isExcused,
    isDone: async (sent, slug, level) => {
      const payload = readPayload(sent);
      if (payload === undefined) return false;
      const { challenge, solution } = payload;
      const { data, expiresAt, nonce } = challenge.parameters;
      // What a lighter campaign or an earlier hour asked for is not the work that is asked for here and now.
      if (data?.campaign !== slug || (level === 'heavy' && data.work !== 'heavy')) return false;
      if (expiresAt === undefined || expiresAt <= now()) return false;
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...signing });
      return verified && used.setIfAbsent(nonce, true);
    },
    giveBack: (sent) => {
      const nonce = readPayload(sent)?.challenge.parameters.nonce;
      if (nonce !== undefined) used.delete(nonce);
    },
  };
}

/** What may be anything: only what the signature covers is looked at once it has been checked. */
function readPayload(sent: unknown): Payload | undefined {
  if (typeof sent !== 'string' || sent === '' || sent.length > longestSent) return undefined;
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(sent, 'base64').toString('utf8')) as Partial<Payload>;
    const isReadable =
      typeof challenge?.signature === 'string' &&
      typeof challenge.parameters === 'object' &&
      challenge.parameters !== null &&
      typeof solution === 'object' &&
      solution !== null;
    return isReadable ? { challenge, solution } : undefined;
  } catch {
    return undefined;
  }
}

/** So many in a second, by a clock that nobody sets. */
function openBudget(most: number) {
  let second = 0;
  let count = 0;
  let shortAt = -Infinity;
  let refused = 0;
  const seconds = (): number => performance.now() / 1000;
  return {
    /** @returns whether there is one more in this second */
    take: (): boolean => {
      const current = Math.floor(seconds());
      if (current !== second) [second, count] = [current, 0];
      count += 1;
      if (count <= most) return true;
      shortAt = seconds();
      refused += 1;
      return false;
    },
    isExcused: (): boolean => {
      if (seconds() - shortAt >= workSeconds) refused = 0;
      if (refused === 0) return false;
      refused -= 1;
      return true;
    },
  };
}
