import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constantFrom, record, sample } from 'fast-check';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

let server: TestServer;
let representative: string;
beforeAll(async () => {
  server = await aServer();
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  [representative = ''] = /(?<=name="representative"[^>]*value=")\d+/.exec(page) ?? [];
});
afterAll(() => server.stop());

/** How a spammer would put a word, and how one would get around a filter, an escape, a template or a header. */
const shapes = {
  plain: (mark: string) => `You have won ${mark}`,
  link: (mark: string) => `http://evil.example/${mark}`,
  html: (mark: string) => `"><a href="http://evil.example/${mark}">${mark}</a><!--`,
  template: (mark: string) => `{{ "${mark}" | upcase }}{% if true %}${mark}{% endif %}`,
  placeholder: (mark: string) => `{{ name }} {{ representative }} ${mark}`,
  'encoded word': (mark: string) => `=?utf-8?q?${mark}?=`,
  scripts: (mark: string) => `مرحبا ${mark} 你好 𝔬𝔫𝔢`,
  lines: (mark: string) => `first\r\nSubject: ${mark}\r\n\r\n${mark}`,
};
const shape = constantFrom(...(Object.keys(shapes) as (keyof typeof shapes)[]));

/** A form, and what its address was before: unknown, waiting, confirmed, gone again, or a writer's. */
const forms = sample(
  record({
    way: constantFrom('form', 'json', 'letter', 'me'),
    standing: constantFrom('unknown', 'waiting', 'confirmed', 'withdrawn', 'wrote'),
    name: shape,
    comment: shape,
    subject: shape,
    body: shape,
  }),
  150,
).map((form, at) => ({
  ...form,
  address: `victim.${at}@example.org`,
  mark: `mark${randomBytes(5).toString('hex')}`,
}));
type Form = (typeof forms)[number];

/** Makes the address what it was before, with nothing marked. */
async function ask({ standing, address }: Form): Promise<void> {
  const letter = aLetter(representative, { email: address });
  if (standing === 'wrote') await server.post('/social-credit/letter', letter);
  else if (standing !== 'unknown') await server.post('/social-credit/sign', aSignature({ email: address }));
}

async function answer({ standing, address }: Form): Promise<void> {
  if (standing !== 'confirmed' && standing !== 'withdrawn') return;
  const link = linkIn(await mailTo(address));
  expect((await server.post(link, {})).status).toBe(303);
  if (standing === 'withdrawn') await server.post(link.replace('/confirm/', '/me/'), { act: 'withdraw' });
}

/** Everything that a stranger can put into a request, marked. @returns the status */
async function send({ way, address, mark, ...shaped }: Form): Promise<number> {
  const textOf = (field: 'name' | 'comment' | 'subject' | 'body'): string => shapes[shaped[field]](mark);
  const email = address.replace('@', `+${mark}@`);
  const headers = {
    'User-Agent': mark,
    Referer: `${server.url}/${mark}`,
    Cookie: `${mark}=${mark}`,
    'Accept-Language': mark,
    'X-Forwarded-Host': `${mark}.example`,
  };
  const others = { email, postcode: mark, source: mark, updates: mark, locale: mark, where: mark, [mark]: mark };
  const signature = { ...aSignature({ name: textOf('name'), comment: textOf('comment'), public: 'on' }), ...others };
  const subject = textOf('subject').replaceAll(/[\r\n]/g, ' ');
  const letter = { ...aLetter(representative, { name: textOf('name'), subject, body: textOf('body') }), ...others };
  const posts = {
    form: () => server.post(`/social-credit/sign?${mark}=${mark}`, signature, headers),
    json: () => server.postJson('/api/v1/campaigns/social-credit/signatures', signature, headers),
    letter: () => server.post('/social-credit/letter', letter, headers),
    me: () => server.post('/me', signature, headers),
  };
  return (await posts[way]()).status;
}

const mails = () =>
  Promise.all(
    readdirSync(join(server.dataDir, 'mailbox'))
      .filter((file) => file.endsWith('.eml'))
      .toSorted()
      .map(async (file) => {
        const raw = readFileSync(join(server.dataDir, 'mailbox', file));
        const { to, subject, text = '', html = '', headers } = await PostalMime.parse(raw);
        return { file, to: to?.[0]?.address ?? '', subject, text, html, headers, raw: raw.toString('latin1') };
      }),
  );
const mailTo = async (address: string) => (await mails()).find(({ to }) => to === address)!;

const stored = async <T>(read: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore({ kind: 'sqlite', file: join(server.dataDir, 'campaign.db') });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
};
const signatures = () =>
  stored(async (store) => (await store.read.selectFrom('signatures').select('id').execute()).length);

/** Until nothing waits to be sent, not even what is written some time after an answer. */
async function untilAllIsSent(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const waiting = () =>
    stored((store) =>
      store.read.selectFrom('messages').select('id').where('state', 'in', ['due', 'claimed']).executeTakeFirst(),
    );
  while ((await waiting()) !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('no form is a spam relay: whatever a stranger types, and wherever, no mail to its address carries a word of it', async () => {
  for (const form of forms) await ask(form);
  await untilAllIsSent();
  for (const form of forms) await answer(form);
  const before = (await mails()).length;
  const statuses = [];
  for (const form of forms) statuses.push(await send(form));
  await untilAllIsSent();

  const sent = (await mails()).slice(before);
  expect(statuses.filter((status) => ![202, 303, 422].includes(status))).toEqual([]);
  expect(sent.length).toBeGreaterThan(50);
  const kinds = sent.map(({ file }) => file.replace(/^\d+-|\.eml$/g, ''));
  expect([...new Set(kinds)].toSorted()).toEqual(['already-signed', 'confirm-signature', 'verify-letter', 'your-data']);
  for (const mail of sent) {
    const { address, mark, way, standing } = forms.find(
      (form) => mail.to === form.address.replace('@', `+${form.mark}@`),
    )!;
    const headers = mail.headers.filter(({ key }) => key !== 'to');
    const rest = mail.raw.replace(/^To: .*$/m, '');
    const seen = JSON.stringify([mail.subject, mail.text, mail.html, headers, rest]).toLowerCase();
    for (const word of [mark, 'mark', 'you have won', 'evil', 'upcase', '你好'])
      expect(seen, `${mail.file} to ${address}, by ${way}, which was ${standing}`).not.toContain(word);
  }
  expect(server.troubles).toEqual([]);
}, 120_000);

test('thirty posts of one address at once, by every form and in every spelling of it, leave one signature and three mails', async () => {
  const spellings = [
    'crowd.x@gmail.com',
    'CROWD.X@gmail.com',
    'crowdx@gmail.com',
    'crowd.x+1@gmail.com',
    'c.rowdx@googlemail.com',
  ];
  const [before, signed] = [(await mails()).length, await signatures()];
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async (_, at) => {
      const signature = aSignature({ email: spellings[at % spellings.length]! });
      const posted =
        at % 2 === 0
          ? server.post('/social-credit/sign', signature)
          : server.postJson('/api/v1/campaigns/social-credit/signatures', signature);
      return (await posted).status;
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([202, 303]));
  for (let letter = 0; letter < 5; letter++)
    await server.post('/social-credit/letter', aLetter(representative, { email: spellings[letter]! }));
  await server.post('/me', { email: spellings[0]! });
  await untilAllIsSent();
  expect((await mails()).length - before).toBe(3);
  expect((await signatures()) - signed).toBe(1);
});
