import autocannon from 'autocannon';
import type { Lags } from './lags.ts';
import type { Step } from './viral-day.ts';

export interface Rehearsed {
  /** Signatures a second that were wanted, and that were answered. */
  wanted: number;
  signed: number;
  /** Signatures that were answered in all. */
  answered: number;
  looks: number;
  /** Honest 503s, with the time after which to come again. */
  putOff: number;
  /** Other answers than they should be, and connections that broke. */
  faults: number;
  /** Milliseconds that 99 of 100 signers waited at the most. */
  p99: number;
}

let signers = 0;

/** Lets people look and sign for one step of the day. Loopback only, and it ends with its step. */
export async function rehearseStep(url: string, step: Step, number: number, lags: Lags): Promise<Rehearsed> {
  const told = { signed: 0, putOff: 0, faults: 0 };
  const note = (status: number, expected: number, headers: object): boolean => {
    if (status === expected) return true;
    if (status === 503 && Object.keys(headers).some((name) => name.toLowerCase() === 'retry-after')) told.putOff += 1;
    else told.faults += 1;
    return false;
  };
  const common = { url, duration: step.seconds, timeout: 30 };
  const [signing, looking] = await Promise.all([
    autocannon({
      ...common,
      connections: Math.min(50, step.signing),
      overallRate: step.signing,
      requests: [
        {
          method: 'POST',
          path: '/social-credit/sign',
          headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' },
          setupRequest: (request, context) => {
            const email = `day-${process.pid}-${(signers += 1)}@example.org`;
            Object.assign(context, { email });
            return {
              ...request,
              body: new URLSearchParams({ name: 'Bench Example', email, country: 'DE' }).toString(),
            };
          },
          onResponse: (status, _body, context, headers) => {
            if (!note(status, 303, headers ?? {})) return;
            told.signed += 1;
            lags.answered((context as { email: string }).email, number);
          },
        },
      ],
    }),
    autocannon({
      ...common,
      connections: Math.min(50, step.looking),
      overallRate: step.looking,
      requests: [
        {
          method: 'GET',
          path: '/social-credit',
          headers: { 'Accept-Encoding': 'br' },
          onResponse: (status, _body, _context, headers) => void note(status, 200, headers ?? {}),
        },
      ],
    }),
  ]);
  return {
    wanted: step.signing,
    signed: told.signed / signing.duration,
    answered: told.signed,
    looks: (looking['2xx'] ?? 0) / looking.duration,
    putOff: told.putOff,
    faults: told.faults + signing.errors + looking.errors,
    p99: signing.latency.p99,
  };
}
