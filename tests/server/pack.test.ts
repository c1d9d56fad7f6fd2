import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer } from '../support/an-organizer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const path = '/organize/social-credit/export/pack';

test('Edith, an editor, saves the document to hand over: who chose to be named is in it, and nobody else', async () => {
  for (const [email, name, shown] of [
    ['sam@example.org', 'Sam <b>Example</b>', 'yes'],
    ['rosa@example.org', 'Rosa Retiring', ''],
  ] as const) {
    await server.post('/social-credit/sign', aSignature({ email, name, public: shown }));
    const [mail] = await server.mailsTo(email);
    await server.post(linkIn(mail!), {});
  }
  const edith = await anOrganizer(server, 'editor', 'edith');
  const answer = await edith.post(path, {});
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="social-credit-petition-\d{4}-\d\d-\d\d\.html"$/,
  );
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const text = await answer.text();
  expect(text).toContain('Sam &lt;b&gt;Example&lt;/b&gt;');
  expect(text).not.toContain('Rosa');
  expect(text).not.toContain('@example.org');
  expect(text.trimEnd()).toMatch(/<\/html>$/);
  const log = await (await edith.get('/organize/log')).text();
  expect(log).toContain('edith began to export pack as html. Purpose: to hand the petition over.');
  expect(log).toContain('1 written.');
});

test('whoever may not export gets no document, and none is asked for from another site', async () => {
  const vera = await anOrganizer(server, 'viewer', 'vera');
  expect((await vera.post(path, {})).status).toBe(403);
  expect((await server.post(path, {})).status).toBe(401);
  const edgar = await anOrganizer(server, 'editor', 'edgar');
  const foreign = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      Cookie: edgar.cookie,
      Origin: 'https://elsewhere.example',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
  });
  expect(foreign.status).toBe(403);
});
