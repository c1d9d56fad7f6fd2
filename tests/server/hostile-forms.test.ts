import { array, assert, asyncProperty, boolean, integer, jsonValue, nat, oneof, record, tuple } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { driftedLetters } from '../../src/store/drifted-letters.ts';
import { driftedSignatures } from '../../src/store/drifted-signatures.ts';
import { driftedCounts } from '../../src/store/signatures.ts';
import { aBusySite, everyForm, everyPage, fromElsewhere, type BusySite } from '../support/a-busy-site.ts';
import { exportedFrom } from '../support/a-context.ts';
import { linkIn } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import type { TestOrganizer } from '../support/an-organizer.ts';
import { everyRoute, type Route } from '../support/every-route.ts';
import { harmOf, mark } from '../support/harm-in.ts';
import { hostileHeaders } from '../support/hostile-header.ts';
import { breakout, fuzzRuns, hostileText } from '../support/hostile-text.ts';

let site: BusySite;
/** By route: the fields that its forms have, with what they offer. */
let forms: Map<string, Map<string, string[]>>;
let names: string[];
beforeAll(async () => {
  site = await aBusySite();
  forms = await everyForm(site);
  names = [...new Set([...forms.values()].flatMap((fields) => [...fields.keys()]))];
});
afterAll(() => site.stop());

/** What was taken in, and what was sent back, of signatures whose address was left alone. */
const taken = new Set<string>();
const refused = new Set<string>();

const hostileRequest = record({
  changes: array(tuple(nat(), hostileText), { minLength: 1, maxLength: 6 }),
  /** Fields that the form has not, or has once. */
  more: array(tuple(oneof(hostileText, nat()), hostileText), { maxLength: 3 }),
  choice: nat(),
  asJson: integer({ min: 0, max: 9 }),
  values: array(jsonValue({ maxDepth: 3, stringUnit: 'binary' }), { maxLength: 3 }),
  nested: boolean(),
  headers: hostileHeaders,
  /** How many fields are not sent. */
  left: nat(2),
});

let requests = 0;

/** The fields of a form filled in without a mistake, with an address of their own. */
function honestly(fields: ReadonlyMap<string, readonly string[]>, choice: number): [string, string][] {
  const honest: Record<string, string> = {
    name: 'Sam Example',
    email: `form${requests}@n${requests}.example`,
    country: 'GB',
    postcode: 'EX1 1AA',
    comment: 'Because.',
    subject: 'A question',
    body: 'Dear {{ representative }},\n\nplease ask.\n\n{{ name }}',
    representative: site.ids.ada,
    reason: 'They were made up.',
    domain: 'invalidated.example',
    closesAt: '2031-01-01',
    goals: '1000, 2000',
    handle: `h${requests}`,
  };
  return [...fields].flatMap(([name, offered]): [string, string][] => {
    const value = honest[name] ?? offered[choice % Math.max(1, offered.length)] ?? '';
    return [[name, value]];
  });
}

const isOrganizers = ({ pattern }: Route): boolean => pattern.startsWith('/organize');
const posts = everyRoute().filter(({ method }) => method === 'POST');

test.each(posts.filter((route) => !isOrganizers(route)))(
  'whatever is sent to $pattern is taken whole or refused, and comes back as mere text',
  async (route) => {
    expect(doorsIn(route, await attack(route))).toEqual([]);
  },
);

test('of all that, nothing was stored by halves, and a mail goes to whoever signed', async () => {
  const { rows, left } = await exportedFrom(site.server.dataDir, { env: site.server.env });
  const signed = new Set(rows.map(({ email }) => email));
  expect(left).toEqual([]);
  expect(taken.size).toBeGreaterThan(0);
  expect(refused.size).toBeGreaterThan(0);
  expect([...taken].filter((email) => !signed.has(email))).toEqual([]);
  expect([...refused].filter((email) => signed.has(email))).toEqual([]);
  const { read } = site.context.store;
  const mails = await read.selectFrom('messages').where('kind', '=', 'confirm-signature').select('id').execute();
  expect(mails.length).toBeGreaterThanOrEqual(taken.size);
  const toNobody = read
    .selectFrom('letters')
    .where('id', 'not in', (of) => of.selectFrom('deliveries').select('letter_id'))
    .select('id');
  expect(await toNobody.execute()).toEqual([]);
});

test.each(posts.filter(isOrganizers))(
  'whatever a browser sends to $pattern for an organizer is taken whole or refused, and comes back as mere text',
  async (route) => {
    await site.owner(true);
    expect(doorsIn(route, await attack(route))).toEqual([]);
  },
);

test('no page, chart or file shows what is stored of all that as more than text', async () => {
  const owner = await site.owner(true);
  // The forms have pressed these buttons, too.
  for (const act of ['reopen', 'no-last-day', 'resume-signing', 'resume-letters'])
    await owner.post('/organize/social-credit/settings', { act });
  await storeBreakouts(owner);
  let shown = 0;
  for (const { path, answer } of await everyPage(site)) {
    if ((await answer.clone().text()).includes(mark)) shown += 1;
    expect({ path, harm: await harmOf(answer, site.server.url) }).toEqual({ path, harm: [] });
  }
  expect(shown).toBeGreaterThan(3);
});

/** What the forms of people and organizers take of it, so that it stands where it is shown. */
async function storeBreakouts(owner: TestOrganizer): Promise<void> {
  const { server, ids } = site;
  const email = 'breaks.out@example.org';
  const confirmed = async (count: number): Promise<void> => {
    const mail = (await server.mailsTo(email, count)).at(-1)!;
    expect((await server.post(linkIn(mail), {})).status).toBe(303);
  };
  const person = { name: breakout, email, country: 'DE', postcode: '"><zqzq>', comment: breakout, public: 'on' };
  await server.post('/social-credit/sign', person, fromElsewhere());
  await confirmed(1);
  await server.post('/social-credit/sign', { ...person, email: 'one@taken-out.example' }, fromElsewhere());
  const letter = aLetter(ids.ada, { email, subject: breakout, body: `Dear {{ representative }},\n\n${breakout}` });
  await server.post('/social-credit/letter', letter, fromElsewhere());
  await confirmed(2);
  const reason = { reason: breakout, domain: 'taken-out.example' };
  expect((await owner.post('/organize/social-credit/invalidations', reason)).status).toBe(303);
  const words = { purpose: 'other', words: breakout, format: 'csv', fields: 'name' };
  expect((await owner.post('/organize/social-credit/export', words)).status).toBe(201);
}

test('after all that the counts agree, nothing broke and nothing was logged', async () => {
  const { read } = site.context.store;
  expect(await driftedCounts(read)).toEqual([]);
  expect(await driftedSignatures(read)).toEqual([]);
  expect(await driftedLetters(read)).toEqual([]);
  expect(site.server.troubles).toEqual([]);
  expect(site.server.logged.filter((line) => line.includes(mark))).toEqual([]);
  expect((await site.server.get('/healthz')).status).toBe(200);
});

/** The one link elsewhere that is made of what somebody typed: whoever named their server goes there, by its bare name. No other site can type for them. */
const isTheirServer = ({ pattern }: Route, harm: string): boolean =>
  pattern.endsWith('/share/mastodon') &&
  /^somebody’s own address: href="https:\/\/[a-z\d.-]+\/share\?text=[\w%.~!*'()-]*" on <a>$/.test(harm);

/** All of what was answered, if nothing was looked at behind the door. */
const doorsIn = ({ pattern }: Route, statuses: ReadonlySet<number>): number[] =>
  // This site has one language only.
  pattern.startsWith('/:locale') || [200, 201, 202, 303, 400, 422].some((status) => statuses.has(status))
    ? []
    : [...statuses];

/** Those that a request is turned away for before its fields are looked at are tried with every address, and not here. */
const withoutDoor = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !['Content-Type', 'Cookie', 'Origin', 'Sec-Fetch-Site', 'TE'].includes(name),
    ),
  );

/** Sends hostile forms and JSON, none of which may do harm. @returns the statuses of the answers */
async function attack(route: Route): Promise<ReadonlySet<number>> {
  const own = forms.get(`POST ${route.pattern}`);
  // A form that is a button has no fields: it gets those of all others.
  const fields = own !== undefined && own.size > 0 ? own : new Map(names.map((name) => [name, []]));
  const statuses = new Set<number>();
  await assert(
    asyncProperty(
      hostileRequest,
      async ({ changes, more, choice, asJson, values, nested, headers: sentAlong, left }) => {
        requests += 1;
        const entries = honestly(fields, choice);
        const [, email] = entries.find(([name]) => name === 'email') ?? [];
        for (const [at, text] of changes) entries[at % entries.length]![1] = text;
        for (const [name, text] of more)
          entries.push([typeof name === 'string' ? name : names[name % names.length]!, text]);
        entries.splice(choice % entries.length, left);
        // Pages with a form of their own get it mostly as browsers send it, the others as programs do.
        const isJson = own === undefined ? asJson > 2 : asJson === 0;
        const body: Record<string, unknown> = Object.fromEntries(entries);
        for (const [at, value] of values.entries())
          body[names[(choice + at) % names.length]!] = nested ? { [mark]: value } : value;
        const path = await site.addressOf(route);
        const headers: Record<string, string> = { ...withoutDoor(sentAlong), ...fromElsewhere() };
        if (isOrganizers(route)) headers.Cookie = (await site.owner()).cookie;
        const { server } = site;
        const answer = await (isJson ? server.postJson(path, body, headers) : server.post(path, entries, headers));
        statuses.add(answer.status);
        const signs = /\/(?:sign|signatures)$/.test(route.pattern) && email !== undefined;
        const sentEmail = isJson ? body.email : entries.find(([name]) => name === 'email')?.[1];
        if (signs && sentEmail === email) (answer.status === 303 || answer.status === 202 ? taken : refused).add(email);
        const harm = await harmOf(answer, server.url);
        expect(harm.filter((one) => !isTheirServer(route, one))).toEqual([]);
      },
    ),
    { numRuns: fuzzRuns(20), endOnFailure: true },
  );
  return statuses;
}
