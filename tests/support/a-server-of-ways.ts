import { importDirectory } from '../../src/campaign/import-directory.ts';
import { readConfig } from '../../src/config.ts';
import { openContext, type OpenContext } from '../../src/open-context.ts';
import type { RepresentativeRow } from '../../src/store/schema.ts';
import { aPopoloOfWays, imported } from './a-popolo.ts';
import { aServer, linkIn, type TestServer } from './a-server.ts';
import { aLetter } from './a-signature.ts';

/** A letter with a greeting and a close. */
export const body = 'Dear {{ representative }},\n\nplease ask for the rules.\n\nYours,\n{{ name }}';

type Key = 'ada' | 'fiona' | 'phil' | 'posy' | 'nemo';

/** A server whose representatives can be reached in one way each, and what a test asks of it. */
export async function aServerOfWays({ env = {} }: { env?: Record<string, string> } = {}) {
  const server = await aServer({ env });
  const now = () => Math.floor(Date.now() / 1000);
  const context = await openContext(readConfig({ DATA_DIR: server.dataDir, ...server.env }), now);
  const { directory, representatives } = imported(aPopoloOfWays());
  await importDirectory(context, directory, representatives, { force: true });
  const rows = await context.store.read
    .selectFrom('representatives')
    .select(['id', 'key'])
    .where('directory_id', '=', directory.id)
    .execute();
  const ids = Object.fromEntries(rows.map(({ id, key }) => [key, String(id)])) as Record<Key, string>;
  return { server, context, ids, ...asked(server), ...stored(context) };
}

const asked = (server: TestServer) => ({
  pageOf: async (path: string): Promise<string> => (await server.get(path)).text(),
  press: (send: string, delivery: number | string, act: string) =>
    server.post(send, { delivery: String(delivery), act }),
  lettersTo: async (address: string): Promise<number> =>
    (await server.mailsTo(address, 0)).filter(({ id }) => /^\d+-letter$/.test(id)).length,
  /** Wanda writes to these. @param mails how many her address has got then */
  written: async (email: string, to: string[], changes: Record<string, string> = {}, mails = 1) => {
    const { representative: _, ...fields } = aLetter('', { email, postcode: 'EX9 9ZZ', body, ...changes });
    const all = [...Object.entries(fields), ...to.map((id): [string, string] => ['representative', id])];
    await server.post('/social-credit/letter', all);
    const mail = (await server.mailsTo(email, mails)).at(-1)!;
    const link = linkIn(mail);
    const me = link.replace('/confirm/', '/me/');
    return { mail, link, me, send: `${me}/send` };
  },
});

const stored = ({ store }: OpenContext) => ({
  /** The newest delivery to a representative. */
  deliveryOf: (representative: string) =>
    store.read
      .selectFrom('deliveries')
      .selectAll()
      .where('representative_id', '=', Number(representative))
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  changeRepresentative: (id: string, changes: Partial<Pick<RepresentativeRow, 'email' | 'gone' | 'bounced_at'>>) =>
    store.write((writing) =>
      writing.db.updateTable('representatives').set(changes).where('id', '=', Number(id)).execute(),
    ),
});
