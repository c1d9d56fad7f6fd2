import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, codeIn, linkIn, type TestServer } from '../support/a-server.ts';
import { runCommand } from '../support/run-command.ts';
import { bytesBelow, foundIn, hashesOf, spellingsOf, type Needle } from '../support/search-bytes.ts';

/** Somebody whose every word is found nowhere else. */
interface Person {
  number: number;
  name: string;
  email: string;
  postcode: string;
  comment: string;
  public: boolean;
  letter: string;
}

const people: Person[] = Array.from({ length: 500 }, (_, number) => ({
  number,
  name: `Zorblax${number}q Example`,
  email: `Quixnor${number}w@mail${number}.example`,
  postcode: `VX-${number}K7Y`,
  comment: `Because of frumtop${number}z and nothing else`,
  public: number % 10 === 0,
  letter: number % 25 === 1 ? `Dear {{ representative }}, about glimwort${number}v, {{ name }}` : '',
}));

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** What a thief must not find of somebody: what they chose to show stands on the page, and nowhere else. */
const needlesOf = ({ number, name, email, postcode, comment, letter }: Person): Needle[] => {
  const words = { email, postcode, name, comment, ...(letter === '' ? {} : { letter: letter.split(',')[1]! }) };
  return [
    ...Object.entries(words).flatMap(([field, word]) =>
      spellingsOf(word.trim()).map(([as, bytes]) => ({ what: `${field} of ${number} in ${as}`, bytes })),
    ),
    ...hashesOf(email).map(([as, bytes]) => ({ what: `address of ${number} as ${as}`, bytes })),
  ];
};

let server: TestServer;
beforeAll(async () => {
  server = await aServer({ dataDir: mkdtempSync(join(tmpdir(), 'campaign-kit-stolen-')) });
});
afterAll(() => rmSync(server.dataDir, { recursive: true }));

/** The mails of the mailbox by recipient, as a thief of a mail account would have them; not what this test is about. */
async function mails(): Promise<Map<string, string[]>> {
  const folder = join(server.dataDir, 'mailbox');
  const byAddress = new Map<string, string[]>();
  for (const file of await readdir(folder).catch(() => [])) {
    if (!file.endsWith('.eml')) continue;
    const { to, text } = await PostalMime.parse(await readFile(join(folder, file)));
    const address = to?.[0]?.address ?? '';
    byAddress.set(address, [...(byAddress.get(address) ?? []), text ?? '']);
  }
  return byAddress;
}

async function mailsOnce(count: number): Promise<Map<string, string[]>> {
  for (let tries = 0; tries < 300; tries++) {
    const all = await readdir(join(server.dataDir, 'mailbox')).catch(() => []);
    if (all.filter((file) => file.endsWith('.eml')).length >= count) return mails();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${count} mails did not come`);
}

const representative = async (): Promise<string> => {
  const page = await (await server.get('/social-credit/letter?country=GB')).text();
  return /<input[^>]*name="representative"[^>]*>/.exec(page)?.[0].match(/value="(\d+)"/)?.[1] ?? '';
};

const whatIsIn =
  (needles: readonly Needle[]) =>
  ([path, bytes]: [path: string, bytes: Buffer]): string[] =>
    foundIn(bytes, needles).map((what) => `${basename(path)}: ${what}`);

/** Everything below the data folder but the two that the promise leaves out. */
const stolen = () =>
  bytesBelow(server.dataDir, (path) => path.includes('/mailbox/') || basename(path) === 'organizer.key');

test('whoever steals database, log, backup and ledger of 500 signers finds nobody', async () => {
  const to = await representative();
  for (const some of chunksOf(people, 25))
    await Promise.all(
      some.map(async ({ name, email, postcode, comment, public: shown }) => {
        const form = {
          name,
          email,
          country: 'DE',
          postcode,
          comment,
          ...(shown ? { public: 'yes' } : {}),
          updates: 'on',
        };
        expect((await server.post('/social-credit/sign', form)).status).toBe(303);
      }),
    );
  const writers = people.filter(({ letter }) => letter !== '');
  for (const { name, email, postcode, letter } of writers) {
    const form = {
      name,
      email,
      country: 'GB',
      postcode,
      representative: to,
      subject: `On ${letter.slice(-9)}`,
      body: letter,
    };
    expect((await server.post('/social-credit/letter', form)).status).toBe(303);
  }
  const first = await mailsOnce(people.length + writers.length);

  // Nine in ten confirm, every twentieth of them by a typed code; the others' mail stays unread.
  const confirming = people.filter(({ number }) => number % 10 !== 9);
  for (const some of chunksOf(confirming, 25))
    await Promise.all(
      some.map(async ({ number, email }) => {
        for (const text of first.get(email.toLowerCase()) ?? first.get(email) ?? []) {
          const byCode = number % 20 === 0;
          const answer = byCode
            ? await server.post('/social-credit/confirm-code', { email, code: codeIn({ text }) })
            : await server.post(linkIn({ text }), {});
          expect(answer.status).toBe(303);
        }
      }),
    );
  await mailsOnce(people.length + writers.length + 2 * writers.length);

  // Some erase everything; some fill in the form once more.
  const linkOf = (email: string): string =>
    /\/me\/[\w-]+/.exec((first.get(email) ?? first.get(email.toLowerCase()))?.[0] ?? '')?.[0] ?? '';
  for (const { email } of people.slice(100, 120))
    expect((await server.post(linkOf(email), { act: 'erase', sure: 'yes' })).headers.get('location')).toBe(
      '/me/erased',
    );
  for (const { name, email, comment } of people.slice(200, 220))
    await server.post('/social-credit/sign', { name, email, country: 'DE', comment });
  await server.post('/me', { email: people[300]!.email });

  mkdirSync(join(server.dataDir, 'backups'));
  const out = join(server.dataDir, 'backups', 'today.age');
  expect((await runCommand(server.dataDir, 'backup', '--out', out)).code).toBe(0);

  const needles = people.flatMap(needlesOf);
  const whileServing = stolen();
  expect(whileServing.map(([path]) => basename(path))).toEqual(
    expect.arrayContaining(['campaign.db', 'campaign.db-wal', 'server.key', 'erasures.jsonl', 'today.age']),
  );
  expect(whileServing.flatMap(whatIsIn(needles))).toEqual([]);
  expect(foundIn(Buffer.from(server.logged.join('\n')), needles)).toEqual([]);

  // All of it was there, and the search does find it: an organizer exports it, and the page shows whoever chose that.
  const { stdout } = await runCommand(server.dataDir, 'export', 'social-credit');
  const staying = confirming.filter(({ number }) => number < 100 || number >= 120);
  const found = new Set(foundIn(Buffer.from(stdout), needles));
  for (const { number } of staying)
    for (const field of ['name', 'email', 'postcode', 'comment'])
      expect(found, `${field} of ${number}`).toContain(`${field} of ${number} in plain`);
  const page = Buffer.from(await (await server.get('/social-credit')).text());
  const shown = new Set(foundIn(page, needles).map((what) => Number(/of (\d+)/.exec(what)?.[1])));
  expect(shown.size).toBeGreaterThan(0);
  expect([...shown].filter((number) => !people[number]!.public)).toEqual([]);

  await server.stop();
  expect(stolen().flatMap(whatIsIn(needles))).toEqual([]);
}, 180_000);

test('the search finds a word in every spelling, packed or not, and every hash of an address', () => {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-search-'));
  const email = 'Needle123@mail.example';
  const everything = [...spellingsOf(email), ...hashesOf(email)];
  everything.forEach(([, bytes], at) =>
    writeFileSync(join(folder, String(at)), Buffer.concat([Buffer.from('x'), bytes, Buffer.from('y')])),
  );
  writeFileSync(
    join(folder, 'packed'),
    Buffer.concat([Buffer.from('junk'), gzipSync(`hay ${email} hay`), Buffer.from('junk')]),
  );
  writeFileSync(join(folder, 'encoded'), Buffer.from(`hay ${email} hay`).toString('base64'));
  const needles = everything.map(([what, bytes]) => ({ what, bytes }));
  const files = bytesBelow(folder, () => false);
  const blank = files.filter(([path, bytes]) => basename(path) !== 'packed' && foundIn(bytes, needles).length === 0);
  expect(blank.map(([path]) => basename(path))).toEqual([]);
  expect(files.map(([path]) => basename(path))).toContain('packed (gzip)');
  rmSync(folder, { recursive: true });
});
