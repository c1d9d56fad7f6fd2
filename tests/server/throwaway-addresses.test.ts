import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServer, countOn, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

test('disposable domains flag and never reject: Sara, who is at risk, signs by an address to throw away and counts like Sam', async () => {
  const sign = async (email: string) => {
    const { status, headers } = await server.post('/social-credit/sign', aSignature({ email }));
    return { status, to: headers.get('Location') };
  };
  const [sam, sara] = ['sam@example.org', 'sara@disposable.example'];
  expect(await sign(sara)).toEqual(await sign(sam));
  for (const [at, email] of [sam, sara].entries()) {
    const [mail] = await server.mailsTo(email);
    expect((await server.post(linkIn(mail!), {})).status).toBe(303);
    await expect.poll(() => countOn(server)).toBe(at + 1);
  }
  const program = await server.postJson(
    '/api/v1/campaigns/social-credit/signatures',
    aSignature({ email: 'sue@disposable.example' }),
  );
  expect(program.status).toBe(202);
  expect(await server.mailsTo('sue@disposable.example')).toHaveLength(1);
});
