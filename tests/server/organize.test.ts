import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, type TestServer } from '../support/a-server.ts';
import { anOrganizer } from '../support/an-organizer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

test('Olga, an organizer, sees the campaigns at a glance', async () => {
  const olga = await anOrganizer(server, 'viewer', 'olga');
  const answer = await olga.get('/organize');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('/organize/social-credit');
});

test('whoever is not signed in is led to sign in, and may do nothing', async () => {
  const answer = await server.get('/organize');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/organize/sign-in');
});
