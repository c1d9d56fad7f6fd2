import { afterAll, beforeAll, expect, test } from 'vitest';
import { aServerOfWays, body } from '../support/a-server-of-ways.ts';
import { linkIn } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

let ways: Awaited<ReturnType<typeof aServerOfWays>>;
beforeAll(async () => {
  ways = await aServerOfWays();
});
afterAll(async () => {
  await ways.context.close();
  await ways.server.stop();
});

const punycode = 'xn--bcher-kva.example';

test('Bärbel reads her address as she wrote it; what is mailed has it in ASCII', async () => {
  const { server, pageOf } = ways;
  await server.post('/social-credit/sign', aSignature({ email: 'baerbel@bücher.example' }));
  const [mail] = await server.mailsTo(`baerbel@${punycode}`);
  expect(mail!.to).toBe(`baerbel@${punycode}`);
  await server.post(linkIn(mail!), {});
  const held = await pageOf(linkIn(mail!).replace('/confirm/', '/me/'));
  expect(held).toContain('baerbel@bücher.example');
  expect(held).not.toContain(punycode);
});

test('a writer who comes back from the preview finds their address as they typed it', async () => {
  const { server, ids } = ways;
  const fields = aLetter(ids.ada, { email: 'wanda@bücher.example', body });
  const preview = await (await server.post('/social-credit/letter', { ...fields, preview: '1' })).text();
  expect(preview).toContain('value="wanda@bücher.example"');
  // The letter itself is shown as it will leave.
  expect(preview).toContain(`wanda@${punycode}`);
});

test('on the sheet that is posted and in the words for a call it stands as typed, in the mail as punycode, however alike it looks', async () => {
  const { server, ids, written, pageOf } = ways;
  const asMailed = 'xn--80ak6aa92e.example';
  // Cyrillic: “apple” to the eye.
  const { link, send } = await written(`wanda@${asMailed}`, [ids.ada, ids.phil, ids.posy], {
    email: 'wanda@аррӏе.example',
  });
  await server.post(link, {});
  const todo = await pageOf(send);
  expect(todo).toContain('wanda@аррӏе.example');
  expect(await pageOf(/href="([^"]+\/print)"/.exec(todo)![1]!)).toContain('wanda@аррӏе.example');
  const letter = (await server.mailsTo('ada.example@example.org')).at(-1)!;
  expect(letter.replyTo).toBe(`Wanda Example <wanda@${asMailed}>`);
  expect(letter.text).toContain(`wanda@${asMailed}`);
  expect(JSON.stringify(letter)).not.toContain('аррӏе');
});
