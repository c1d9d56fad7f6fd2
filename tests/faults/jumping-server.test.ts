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
