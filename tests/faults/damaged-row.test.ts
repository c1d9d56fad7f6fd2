import { expect, test } from 'vitest';
import { nameQueue } from '../../src/campaign/name-queue.ts';
import { readConfig } from '../../src/config.ts';
import { openContext } from '../../src/open-context.ts';
import { aServer, linkIn } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';

test('a public name whose row was damaged is left out and told by its number, and everybody else is shown', async () => {
  const server = await aServer();
  const context = await openContext(readConfig({ DATA_DIR: server.dataDir }), () => Date.now() / 1000);
  const { store, vault, campaigns } = context;
  try {
    const own: string[] = [];
    for (const name of ['Anna Shown', 'Ben Shown']) {
      const email = `${name[0]!.toLowerCase()}@example.org`;
      await server.post('/social-credit/sign', aSignature({ name, email, public: 'on' }));
      const [mail] = await server.mailsTo(email);
      await server.post(linkIn(mail!), {});
      own.push(/\/me\/[\w-]{64}/.exec(mail!.text)![0]);
    }
    const [anna] = await store.read.selectFrom('public_names').selectAll().orderBy('signature_id').execute();
    const shown = Buffer.from(anna!.shown);
    shown[shown.length - 1]! ^= 1;
    await store.write(({ db }) =>
      db.updateTable('public_names').set({ shown }).where('signature_id', '=', anna!.signature_id).execute(),
    );
    // The page's cache has its second.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const answer = await server.get('/social-credit');
    const text = await answer.text();
    expect([answer.status, text.includes('Ben Shown'), text.includes('Anna Shown')]).toEqual([200, true, false]);
    for (const path of own) expect((await server.get(path)).status).toBe(200);
    expect(server.troubles.filter((line) => line.includes('public name'))).toEqual([
      `a public name cannot be opened and is left out ${JSON.stringify({ signature: anna!.signature_id })}`,
    ]);
    const queue = await nameQueue(store.read, vault, campaigns.get('social-credit')!, 'waiting', undefined);
    expect(queue.names.map(({ name }) => name)).toEqual(['Ben Shown']);
  } finally {
    await context.close();
    await server.stop();
  }
});
