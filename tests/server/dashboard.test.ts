import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import { anOrganizer, type TestOrganizer } from '../support/an-organizer.ts';
import { runCommand } from '../support/run-command.ts';

let server: TestServer;
let olga: TestOrganizer;
beforeAll(async () => {
  server = await aServer();
  olga = await anOrganizer(server, 'owner', 'olga');
});
afterAll(() => server.stop());

const path = '/organize/social-credit';

/** What the page says, as it is read out: without the marks, one space between words. */
async function read(organizer = olga, address = path): Promise<string> {
  const answer = await organizer.get(address);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return html
    .replaceAll(/<style[^>]*>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const sign = (name: string, changes: Record<string, string> = {}) =>
  server.post('/social-credit/sign', {
    name: `${name} Example`,
    email: `${name}@example.org`,
    country: 'GB',
    ...changes,
  });

/** @returns the link to what is held about whoever confirms */
async function confirm(name: string): Promise<string> {
  const [mail] = await server.mailsTo(`${name}@example.org`);
  expect((await server.post(linkIn(mail!), {})).status).toBe(303);
  return /\/me\/[\w-]{64}/.exec(mail!.text)![0];
}

test('before anybody came the dashboard is kind, and says where to begin', async () => {
  const text = await read();
  expect(text).toContain('Nobody has signed yet. As soon as somebody does, you see here');
  expect(text).toContain('Nobody has written a letter yet.');
  expect(text).toContain('No mail was refused in the last 24 hours.');
  expect(text).toContain('Open: people can sign until December 31, 2027.');
  expect(await read(olga, '/organize')).toContain('Nobody has signed yet.');
});

test('three sign, two confirm, one withdraws: Olga sees what happened, and nothing about anybody', async () => {
  await sign('cora', { source: 'flyer' });
  expect(await read()).toContain('Confirmation rate 0% of 1 form ');
  await sign('carl', { source: 'flyer' });
  await sign('dora', { country: 'DE' });
  const held = await confirm('cora');
  await confirm('dora');
  expect((await server.post(held, { act: 'withdraw' })).status).toBe(303);

  const text = await read();
  for (const figure of ['Confirmed 1 Goal', 'Not confirmed yet 1', 'Withdrawn 1 Invalidated 0', 'of 3 forms'])
    expect(text).toContain(figure);
  expect(text).toContain('Confirmation rate 67%');
  expect(text).toContain('Half confirm within 1 hour');
  expect(text).toMatch(/From .+ to .+: 3 received, 2 confirmed, 1 withdrawn\./);
  expect(text).toContain('Country Confirmed Share Germany 1 100%');
  expect(text).toContain('No code 1 1 100%');
  expect(text).toContain('Other codes 2 0 0%');
  expect(text).not.toMatch(/cora|carl|dora|Example </i);
  const home = await read(olga, '/organize');
  expect(home).toContain('1 confirmed signature +1 in the last 24 hours');
});

test('a code is named once ten have come by it, and who came without one is counted apart', async () => {
  expect(await read()).not.toContain('flyer');
  for (let person = 0; person < 10; person++) await sign(`reader${person}`, { source: 'flyer' });
  const text = await read();
  expect(text).toContain('flyer 12 0 0%');
  expect(text).toContain('No code 1 1 100%');
  expect(text).not.toContain('Other codes');
});

test('Wanda writes to two representatives, and Olga sees where her letters are', async () => {
  const html = await (await server.get('/social-credit/letter?country=GB')).text();
  const [first = '', second = ''] = [...html.matchAll(/name="representative"[^>]*value="(\d+)"/g)].map(([, id]) => id!);
  const fields: [string, string][] = [
    ...Object.entries(aLetter(first, { name: 'Wanda Example', email: 'wanda@example.org' })),
    ['representative', second],
  ];
  expect((await server.post('/social-credit/letter', fields)).status).toBe(303);
  expect(await read()).toContain('Verified 0');
  const [mail] = await server.mailsTo('wanda@example.org');
  expect((await runCommand(server, 'letters', 'pause', 'social-credit')).code).toBe(0);
  await server.post(linkIn(mail!), {});
  const held = await read();
  for (const figure of ['Verified 1', 'Not sent yet 2', 'Held back by an organizer 2', 'Letters are held back since'])
    expect(held).toContain(figure);
  expect(await read(olga, '/organize')).toContain('Letters held back');
  expect((await runCommand(server, 'letters', 'resume', 'social-credit')).code).toBe(0);
  for (let tries = 0; tries < 100 && !(await read()).includes('Sent 2'); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const sent = await read();
  expect(sent).toContain('Outcome Letters Sent 2');
  expect(sent).toMatch(/Representative All Sent .+ 1 1/);
  expect(sent).not.toMatch(/wanda/i);
});

test('a viewer may look; whoever is not signed in is led to sign in; no campaign is no page', async () => {
  const vera = await anOrganizer(server, 'viewer', 'vera');
  expect(await read(vera)).toContain('Confirmed 1');
  const answer = await server.get(path);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/organize/sign-in']);
  expect((await vera.get('/organize/no-such-campaign')).status).toBe(404);
});

test('every chart has a name and a description, figures in a table, and nothing that the browser would refuse', async () => {
  const html = await (await olga.get(path)).text();
  const charts = [...html.matchAll(/<svg[^>]*role="img"[^>]*aria-labelledby="([\w-]+) ([\w-]+)"/g)];
  expect(charts).toHaveLength(2);
  for (const [, title, description] of charts) {
    expect(html).toMatch(new RegExp(`<title id="${title}"[^>]*>[^<]+<`));
    expect(html).toMatch(new RegExp(`<desc id="${description}"[^>]*>From [^<]+<`));
  }
  expect(html.match(/The same as a table/g)).toHaveLength(2);
  for (const svg of html.match(/<svg[^>]*>/g)!) expect(svg).toMatch(/role="img"|aria-hidden="true"/);
  expect(html).not.toMatch(/ style=|<script>|<style/);
});
