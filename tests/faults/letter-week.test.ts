import { afterAll, beforeAll, expect, test } from 'vitest';
import { bounceDelivery } from '../../src/campaign/bounce-delivery.ts';
import { closeCampaign } from '../../src/campaign/close-campaign.ts';
import { giveBack } from '../../src/campaign/give-back.ts';
import { importDirectory } from '../../src/campaign/import-directory.ts';
import { pauseLetters } from '../../src/campaign/pause-letters.ts';
import { releaseLetters } from '../../src/campaign/release-letters.ts';
import { refreshCampaign } from '../../src/campaign/start-campaign.ts';
import { verifyLetter } from '../../src/campaign/verify-letter.ts';
import { writeLetter } from '../../src/campaign/write-letter.ts';
import { hourSeconds } from '../../src/domain/clock.ts';
import type { Representative } from '../../src/domain/directory.ts';
import { startDelivery, type Delivering } from '../../src/mail/deliver.ts';
import { openMessages } from '../../src/mail/open-message.ts';
import { openTemplates } from '../../src/mail/templates.ts';
import { openTransport } from '../../src/mail/transport.ts';
import { mailHtmlFolder, templatesFolder } from '../../src/places.ts';
import { deliveryCounts } from '../../src/store/letter-queue.ts';
import { letterById } from '../../src/store/letters.ts';
import { nextDueAt } from '../../src/store/outbox.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aMailProvider } from '../support/a-mail-provider.ts';
import { aLetter } from '../support/a-signature.ts';

/** Five thousand letters, a week, and all that can go wrong in it; the clock is turned by hand, the mail server is real. */
const letters = 5000;
const stepSeconds = 600;
const monday = Date.parse('2026-11-23T00:00:00Z') / 1000;
const at = (day: number, hour: number): number => monday + day * 86_400 + hour * hourSeconds;

const zones = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
const members = Array.from({ length: 12 }, (_, number) => aMember(number));
/** Number 4 leaves office on Tuesday and 12 takes the seat; nobody takes that of number 6. */
const successor = {
  ...aMember(12),
  areaId: 'area-4',
  areaName: 'area-4',
  timeZone: members[4]!.timeZone,
  startsOn: '2026-11-25',
};
for (const leaving of [4, 6]) members[leaving]!.endsOn = '2026-11-24';

function aMember(number: number): Representative {
  const [key, areaId] = [`member-${number}`, `area-${number}`];
  const nothing = { party: '', phone: '', contactForm: '', address: '', startsOn: '', endsOn: '' };
  const timeZone = zones[number % zones.length]!;
  const known = { role: 'MP', country: 'GB', name: `Member Example ${number}`, email: `${key}@example.org` };
  return { ...nothing, ...known, key, areaId, areaName: areaId, timeZone };
}

interface Arrived {
  at: number;
  to: string;
  writer: string;
}

let context: TestContext;
let provider: Awaited<ReturnType<typeof aMailProvider>>;
let delivering: Delivering;
const arrived: Arrived[] = [];
const returned: string[] = [];
let asked = 0;
beforeAll(async () => {
  context = await aContext();
  context.clock.at = monday;
  const directory = { id: 'house', title: 'House', source: '', licence: '', asOf: '2026-11-20', timeZone: '' };
  const sending = { usableForSending: true, demonstration: false };
  await importDirectory(context, { ...directory, ...sending }, [...members, successor]);
  provider = await aMailProvider({
    says: (recipient) => {
      asked += 1;
      if (recipient === 'member-2@example.org' && context.clock.at > at(2, 0)) return '550 5.1.1 No such user';
      // One in twenty is told to come back, letters and our own mails alike.
      return asked % 20 === 0 ? '451 4.3.0 Come back later' : undefined;
    },
  });
  const { store, vault, now, socialCredit, config } = context;
  const site = { settingsOf: () => socialCredit.settings, siteUrl: config.siteUrl, mailFrom: 'campaigns@example.org' };
  const fill = openTemplates(templatesFolder, mailHtmlFolder);
  const composer = { store, vault, now, open: openMessages(store, vault), fill, ...site, sending: { real: true } };
  const quiet = { info: () => undefined, error: () => undefined };
  const transport = openTransport({ ...config, smtpUrl: provider.url });
  delivering = startDelivery(composer, transport, now, quiet, () => giveBack(context));
});
afterAll(async () => {
  await delivering.stop();
  await provider.stop();
  await context.remove();
});

/** Letters that are written and verified at this moment, to the members by turns. @param from the first one's number */
async function arrive(from: number, count: number): Promise<void> {
  const { store, vault, socialCredit, now, keyring } = context;
  const rows = await store.read
    .selectFrom('representatives')
    .select(['id', 'key'])
    .where('directory_id', '=', 'house')
    .execute();
  const idOf = new Map(rows.map(({ id, key }) => [key, id]));
  const { name = '', subject = '', body = '' } = aLetter('');
  const writers = Array.from({ length: count }, (_, number) => from + number);
  const wrote = await Promise.all(
    writers.map((number) => {
      const representatives = [idOf.get(`member-${number % 12}`)!];
      const input = {
        name,
        email: `w${number}@example.org`,
        country: 'GB',
        postcode: '',
        subject,
        body,
        representatives,
      };
      return writeLetter(context, socialCredit, 'en', { real: true }, input);
    }),
  );
  expect(new Set(wrote)).toEqual(new Set(['written']));
  const seal = await keyring.mailSeal();
  const waiting = await store.read.selectFrom('letters').select('id').where('state', '=', 'pending').execute();
  await Promise.all(
    waiting.map(({ id }) =>
      store.write(async (writing) => {
        const letter = (await letterById(writing.db, id))!;
        await verifyLetter(writing, { vault, seal, campaign: socialCredit, letter, token: undefined, now: now() });
      }),
    ),
  );
  // The week is about letters: the mails to their writers are not sent.
  await store.write(({ db }) =>
    db.deleteFrom('messages').where('kind', 'in', ['verify-letter', 'letter-copy']).execute(),
  );
}

/** What the server does until a moment, and what came to the mail server meanwhile. */
async function goOn(until: number): Promise<void> {
  const { store, clock } = context;
  while (clock.at < until) {
    clock.at += stepSeconds;
    await releaseLetters(context, { real: true });
    while (await isSending(store)) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const { mail } of provider.got.splice(0)) {
      const to = mail.to?.[0]?.address ?? '';
      if (to.startsWith('member-')) arrived.push({ at: clock.at, to, writer: mail.replyTo?.[0]?.address ?? '' });
      else if (/did not arrive/.test(mail.subject ?? '')) returned.push(to);
    }
  }
}

async function isSending({ read }: TestContext['store']): Promise<boolean> {
  const due = await nextDueAt(read);
  const claimed = await read.selectFrom('messages').select('id').where('state', '=', 'claimed').executeTakeFirst();
  return claimed !== undefined || (due !== undefined && due <= context.clock.at);
}

const counts = () => deliveryCounts(context.store.read, context.socialCredit.id);
const most = (numbers: Iterable<Arrived[]>): number => Math.max(...[...numbers].map(({ length }) => length));

/** The local clock, by another way than the pace's own. */
function localOf({ at: moment, to }: Arrived): { day: string; hour: number; weekday: string } {
  const number = Number(/\d+/.exec(to)?.[0]);
  const timeZone = zones[(number === 12 ? 4 : number) % zones.length]!;
  const parts = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' });
  const shown = parts.format(moment * 1000);
  return {
    day: shown.replace(/ at .*/, ''),
    hour: Number(/(\d+):\d\d:\d\d/.exec(shown)?.[1]),
    weekday: shown.split(',')[0]!,
  };
}

test(
  'five thousand letters arrive in office hours and by the pace, none lost and none twice, whatever happens',
  {
    timeout: 240_000,
  },
  async () => {
    await arrive(0, 4000);
    await goOn(at(1, 10));
    await arrive(4000, 1000);

    expect(await pauseLetters(context, 'social-credit', true, 'olga')).toBe('done');
    const [before, inPause] = [arrived.length, await counts()];
    await goOn(at(1, 14));
    expect(arrived.length).toBe(before);
    expect(await counts()).toEqual(inPause);
    expect(await pauseLetters(context, 'social-credit', false, 'olga')).toBe('done');

    await goOn(at(2, 12));
    expect(await closeCampaign(context, 'social-credit')).toBe('closed');
    await refreshCampaign(context, context.socialCredit);
    expect((await counts()).queued).toBeGreaterThan(500);

    // A report that member 8's address is dead: what waits for it goes back to its writers.
    await goOn(at(3, 0));
    const eighth = await context.store.read
      .selectFrom('deliveries')
      .innerJoin('representatives', 'representatives.id', 'representative_id')
      .select('deliveries.id')
      .where('key', '=', 'member-8')
      .where('state', '=', 'sent')
      .executeTakeFirstOrThrow();
    const report = [{ addresses: ['member-8@example.org'], kind: 'hard' as const, status: '5.1.1' }];
    expect(await bounceDelivery(context, eighth.id, report)).toBe('hard');
    await goOn(at(7, 12));

    const { sent = 0, bounced = 0, failed = 0, ...others } = await counts();
    expect(others).toEqual({});
    expect(sent + bounced + failed).toBe(letters);
    expect([bounced, failed > 100, sent > 4000]).toEqual([1, true, true]);
    const writers = arrived.map(({ writer }) => writer);
    expect([writers.length, new Set(writers).size]).toEqual([sent + bounced, sent + bounced]);
    expect([returned.length, new Set(returned).size]).toEqual([failed + bounced, failed + bounced]);

    const { hourly, daily } = context.socialCredit.settings.letter.pace;
    const byHour = Map.groupBy(arrived, ({ at: moment, to }) => `${to} ${Math.floor(moment / hourSeconds)}`);
    const byDay = Map.groupBy(arrived, (letter) => `${letter.to} ${localOf(letter).day}`);
    expect(most(byHour.values())).toBeLessThanOrEqual(hourly);
    expect(most(byDay.values())).toBeLessThanOrEqual(daily);
    expect(most(byDay.values())).toBeGreaterThan(daily / 2);
    const hours = arrived.map(localOf);
    expect(hours.filter(({ hour, weekday }) => hour < 9 || hour >= 17 || weekday.startsWith('S'))).toEqual([]);
    expect(new Set(hours.map(({ hour }) => hour))).toEqual(new Set([9, 10, 11, 12, 13, 14, 15, 16]));
    // The seat's new holder got what waited for the old one; the empty seat's writers got theirs back.
    const last = (to: string) => arrived.findLast((letter) => letter.to === `${to}@example.org`)!;
    expect([localOf(last('member-4')).day, localOf(last('member-6')).day].join()).not.toMatch(
      /Wednesday|Thursday|Friday/,
    );
    expect(localOf(last('member-12')).day).toMatch(/Wednesday|Thursday|Friday/);
  },
);
