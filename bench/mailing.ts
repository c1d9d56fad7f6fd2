import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aServerProcess, withFolder } from './a-process.ts';
import { besideFloor, inTurns, middle, turns, type Figure, type Turn } from './figure.ts';
import { load, newSigner } from './load.ts';
import { assertMailedOnce } from './mailed-once.ts';
import { aSilence } from './silence.ts';
import { aSink, type Sink } from './sink.ts';
import { aComposedMail, waitingSigners } from './waiting-signers.ts';

const mails = 4000;
const path = '/social-credit/sign';
/** Signatures a second in the story of the last mail, and for how many seconds. */
const steady = { rate: 2000, seconds: 10 };

/** How quickly confirmation mails leave, alone and while people sign. @throws Error if one does not arrive */
export async function mailing(): Promise<Figure[]> {
  const sink = await aSink();
  try {
    const alone = await inTurns(() => sentAndFloor(sink));
    const beside: Turn[] = [];
    while (beside.length < turns) beside.push({ value: await topRate(sink.url), floor: await topRateInSilence() });
    return [
      besideFloor(
        {
          name: 'mail',
          unit: '/s',
          floorIs: 'a bare nodemailer pool that hands the same mail to the same server',
          goal: { of: 'ratio', is: 'at least', than: 0.8 },
        },
        alone,
      ),
      besideFloor(
        {
          name: 'sign while mail leaves',
          unit: '/s',
          floorIs: 'sign by form alone',
          goal: { of: 'ratio', is: 'at least', than: 0.6 },
        },
        beside,
      ),
      await lastMail(sink),
    ];
  } finally {
    await sink.close();
  }
}

const sentAndFloor = (sink: Sink): Promise<Turn> =>
  withFolder(async (dataDir) => {
    const owed = new Set(await waitingSigners({ DATA_DIR: dataDir }, mails));
    const mail = join(dataDir, 'mail.json');
    writeFileSync(mail, JSON.stringify(await aComposedMail({ DATA_DIR: dataDir })));
    // The one that was composed, too: a server that starts lets go of what was claimed before.
    const ours = sink.rateOf(mails);
    const server = await aServerProcess(dataDir, { SMTP_URL: sink.url });
    const value = await ours;
    await server.stop();
    assertMailedOnce(sink.seen().to, { owed });
    const theirs = sink.rateOf(mails);
    const pool = spawn(process.execPath, ['bench/floors/pool.ts', sink.url, mail, String(mails)], { stdio: 'inherit' });
    const floor = await theirs;
    if (pool.exitCode === null) await once(pool, 'exit');
    return { value, floor };
  });

const topRate = (smtpUrl: string): Promise<number> =>
  withFolder(async (dataDir) => {
    const server = await aServerProcess(dataDir, { SMTP_URL: smtpUrl });
    try {
      return (await load({ url: server.url, path, status: 303, form: newSigner, seconds: 6 })).rate;
    } finally {
      await server.kill();
    }
  });

async function topRateInSilence(): Promise<number> {
  const silence = await aSilence();
  const rate = await topRate(silence.url);
  silence.close();
  return rate;
}

/** How long after the last signature the last mail arrives. */
const lastMail = (sink: Sink): Promise<Figure> =>
  withFolder(async (dataDir) => {
    const server = await aServerProcess(dataDir, { SMTP_URL: sink.url });
    void sink.rateOf(Infinity);
    const sent: string[] = [];
    const answered: string[] = [];
    const loaded = await load({
      url: server.url,
      path,
      status: 303,
      form: () => {
        const form = newSigner();
        sent.push(form);
        return form;
      },
      onAnswered: (form) => void answered.push(form),
      ...steady,
    });
    const ended = performance.now();
    const [owed, maybe] = [new Set(answered.map(addressIn)), new Set(sent.map(addressIn))];
    const areMissing = (): boolean => [...owed].some((address) => !sink.seen().to.has(address));
    while (areMissing() && performance.now() - ended < 120_000)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await server.stop();
    assertMailedOnce(sink.seen().to, { owed, maybe });
    return {
      name: `last mail after ${steady.seconds} s of ${Math.round(loaded.rate)} signatures a second`,
      unit: 's',
      ...middle([Math.max((sink.seen().last - ended) / 1000, 0)]),
      goal: { of: 'value', is: 'at most', than: 60 },
    };
  });

const addressIn = (form: string): string => new URLSearchParams(form).get('email') ?? '';
