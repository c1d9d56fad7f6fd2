import { expect, test } from 'vitest';
import { aServer, linkIn } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

const day = 86_400;

test('people sign and confirm while the clock jumps a day ahead and back; the count never falls, and every page is there', async () => {
  const server = await aServer();
  try {
    let count = 0;
    const confirmed = async (): Promise<number> => {
      const told = (await (await server.get('/api/v1/campaigns/social-credit')).json()) as {
        signatures: { confirmed: number };
      };
      return told.signatures.confirmed;
    };
    for (const [at, jump] of [0, day, -2 * day, day].entries()) {
      server.wait(jump);
      const email = `s${at}@example.org`;
      expect((await server.post('/social-credit/sign', aSignature({ email }))).status).toBe(303);
      const [mail] = await server.mailsTo(email);
      expect((await server.post(linkIn(mail!), {})).status).toBe(303);
      count += 1;
      expect(await confirmed()).toBe(count);
      const me = /\/me\/[\w-]{64}/.exec(mail!.text)![0];
      for (const path of ['/social-credit/figures', '/social-credit/figures.json', '/social-credit/figures.csv', me])
        expect([path, (await server.get(path)).status]).toEqual([path, 200]);
      expect((await server.get('/readyz')).status).toBe(200);
    }
    expect(server.troubles).toEqual([]);
  } finally {
    await server.stop();
  }
});

test('whoever guesses a password waits a quarter of an hour, whether the clock jumps a day ahead or back', async () => {
  const server = await aServer();
  const guess = () => server.post('/organize/sign-in', { handle: 'olga', password: 'a guess at hers' });
  try {
    for (let tries = 0; tries < 10; tries++) expect((await guess()).status).toBe(422);
    for (const jump of [0, day, -2 * day]) {
      server.wait(jump);
      const { status, headers } = await guess();
      const seconds = Number(headers.get('Retry-After'));
      expect([status, seconds > 14 * 60, seconds <= 15 * 60]).toEqual([429, true, true]);
    }
  } finally {
    await server.stop();
  }
});
