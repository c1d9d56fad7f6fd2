import { expect, test } from '@playwright/test';
import { aServer, linkIn } from '../support/a-server.ts';
import { aLetter, aSignature } from '../support/a-signature.ts';

test('a mail scanner opens every link in a real browser, stays a while, and nothing is confirmed', async ({ page }) => {
  const server = await aServer();
  try {
    const [id = ''] = /(?<=name="representative"[^>]*value=")\d+/.exec(
      await (await server.get('/social-credit/letter?country=GB')).text(),
    ) ?? [''];
    await server.post('/social-credit/sign', aSignature());
    await server.post('/social-credit/letter', aLetter(id));
    const mails = [...(await server.mailsTo('sam@example.org')), ...(await server.mailsTo('wanda@example.org'))];
    const posts: string[] = [];
    page.on('request', (request) => void (request.method() === 'POST' && posts.push(request.url())));
    for (const mail of mails)
      for (const link of new Set(mail.text.match(/http:\/\/localhost:\d+[\w/.-]*/g))) {
        await page.goto(link, { waitUntil: 'networkidle' });
        await page.mouse.move(100, 100);
        await page.mouse.wheel(0, 2000);
        await page.waitForTimeout(300);
      }
    expect(posts).toEqual([]);
    const figures = await (await server.get('/api/v1/campaigns/social-credit')).json();
    expect(figures).toMatchObject({ signatures: { confirmed: 0 } });
    expect(await server.mailsTo('')).toHaveLength(2);
    for (const mail of mails) expect((await server.post(linkIn(mail), {})).status).toBe(303);
  } finally {
    await server.stop();
  }
});
