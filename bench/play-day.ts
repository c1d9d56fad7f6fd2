import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mailsAtOnce } from '../src/mail/transport.ts';
import { aServerProcess } from './a-process.ts';
import { openLedger } from './confirmation-lag.ts';
import { formOf } from './load.ts';
import { ask } from './rehearsal-load.ts';
import type { Played, Rehearsal } from './rehearsal-outcome.ts';
import { aSink } from './sink.ts';
import { stored, waitingMails } from './stored.ts';
import { stepSeconds, type Step } from './viral-day.ts';

/** How long the mails that are left may take after the day; more than that, and they are told as waiting. */
const patienceSeconds = 600;

/**
 * Plays a day to a server of its own and counts at the end, when it has stopped, what became of everybody.
 * @param provider mails a second that the mail server takes at the most
 */
export async function playDay(
  dataDir: string,
  day: readonly Step[],
  provider: number,
): Promise<Omit<Rehearsal, 'machine' | 'top' | 'provider'>> {
  const began = performance.now();
  const now = (): number => (performance.now() - began) / 1000;
  // Twice as many as are asked for: load generators catch up after a stall.
  const ledger = openLedger(day.reduce((sum, { signatures }) => sum + (signatures + 100) * stepSeconds * 2, 0));
  const sink = await aSink({
    delayMilliseconds: (mailsAtOnce * 1000) / provider,
    onMail: (recipient) => ledger.arrived(signerOf(recipient), now()),
  });
  const server = await aServerProcess(dataDir, { SMTP_URL: sink.url });
  const played: Omit<Played, 'lag'>[] = [];
  let signers = 0;
  let drained: number;
  try {
    for (const [step, asked] of day.entries()) {
      const from = now();
      const common = { url: server.url, seconds: stepSeconds };
      const answered = (signer: number): void => ledger.answered(signer, step, now());
      const next = (): number => (signers += 1);
      const [signing, viewing] = await Promise.all([
        ask({
          ...common,
          path: '/social-credit/sign',
          status: 303,
          rate: asked.signatures,
          signing: { next, formOf, answered },
        }),
        ask({ ...common, path: '/social-credit', status: 200, rate: asked.views }),
      ]);
      played.push({ asked, seconds: now() - from, signing, viewing });
      process.stderr.write(
        `  step ${step + 1} of ${day.length}: ${signing.answered} signatures, ${ledger.tally().missing} mails to come\n`,
      );
    }
    const ended = now();
    while (waitingMails(dataDir) > 0 && now() - ended < patienceSeconds)
      await new Promise((resolve) => setTimeout(resolve, 500));
    drained = now() - ended;
  } finally {
    await server.stop();
    await sink.close();
  }
  const bytes = readdirSync(dataDir).reduce((sum, file) => sum + statSync(join(dataDir, file)).size, 0);
  const steps = played.map((step, at) => ({ ...step, lag: ledger.lagOf(at) }));
  return { steps, drained, rows: stored(dataDir), waiting: waitingMails(dataDir), bytes, ...ledger.tally() };
}

/** @returns the number in an address of `formOf`; NaN for another */
const signerOf = (recipient: string): number => Number(/-(\d+)@example\.org$/.exec(recipient)?.[1]);
