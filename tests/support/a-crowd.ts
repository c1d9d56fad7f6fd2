import { setTimeout as sleep } from 'node:timers/promises';
import { aSignature } from './a-signature.ts';

/** People who sign, each after the other has been answered, until they are told to stop. */
export interface Crowd {
  /** Addresses of those who were told that they have signed. */
  answered: string[];
  /** What others were told. */
  refused: { status: number; retryAfter: string | null }[];
  /** Waits until so many more have been told that they have signed, or so many others that they have not. */
  until(what: 'answered' | 'refused', more: number, seconds?: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param name with which their addresses begin */
export function aCrowd(url: string, name: string, people = 6): Crowd {
  const answered: string[] = [];
  const refused: Crowd['refused'] = [];
  let over = false;
  const running = Array.from({ length: people }, async (_, person) => {
    for (let at = 0; !over; at++) {
      const email = `${name}${person}.${at}@example.org`;
      const answer = await signAs(url, email).catch(() => undefined);
      if (answer?.status === 303) answered.push(email);
      else if (answer !== undefined)
        refused.push({ status: answer.status, retryAfter: answer.headers.get('retry-after') });
      await sleep(answer?.status === 303 ? 5 : 100);
    }
  });
  return {
    answered,
    refused,
    until: async (what, more, seconds = 30) => {
      const list = what === 'answered' ? answered : refused;
      const wanted = list.length + more;
      for (let tries = 0; list.length < wanted; tries++) {
        if (tries > seconds * 20)
          throw new Error(`${list.length} were ${what} in ${seconds} seconds, and not ${wanted}`);
        await sleep(50);
      }
    },
    stop: async () => {
      over = true;
      await Promise.all(running);
    },
  };
}

async function signAs(url: string, email: string): Promise<Response> {
  const byte = (): number => Math.floor(Math.random() * 256);
  const answer = await fetch(`${url}/social-credit/sign`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(aSignature({ email })),
    // People come from everywhere, and not all from one network.
    headers: { Origin: url, 'X-Forwarded-For': `10.${byte()}.${byte()}.${byte()}` },
    signal: AbortSignal.timeout(20_000),
  });
  await answer.arrayBuffer();
  return answer;
}
