import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SealedPage } from '../../src/domain/sealed-page.ts';
import { exportFile } from '../../src/browser/export-file.ts';
import { readConfig } from '../../src/config.ts';
import type { AuditRow } from '../../src/store/audit.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readIdentityFile } from '../../src/vault/identity-file.ts';
import { aServer, linkIn, type TestServer } from '../support/a-server.ts';
import { aSignature } from '../support/a-signature.ts';
import { anOrganizer, type TestOrganizer } from '../support/an-organizer.ts';

let server: TestServer;
let edith: TestOrganizer;
let egon: TestOrganizer;
let vera: TestOrganizer;
const page = '/organize/social-credit/export';

beforeAll(async () => {
  server = await aServer();
  edith = await anOrganizer(server, 'editor', 'edith');
  egon = await anOrganizer(server, 'editor', 'egon');
  vera = await anOrganizer(server, 'viewer', 'vera');
  await sign('Sam Example', 'sam@example.org', true);
  await sign('李 Example', 'li@example.org', true);
  await sign('Pia Example', 'pia@example.org', false);
});
afterAll(() => server.stop());

async function sign(name: string, email: string, confirmed: boolean): Promise<void> {
  await server.post('/social-credit/sign', aSignature({ name, email }));
  const [mail] = await server.mailsTo(email);
  if (confirmed) await server.post(linkIn(mail!), {});
}

const asked = { purpose: 'hand-over', format: 'csv', fields: 'name', words: '' };

interface Begun {
  export: number;
  total: number;
  fields: string[];
  rows: string;
  done: string;
}

async function begin(organizer: TestOrganizer, changes: Record<string, string> = {}): Promise<Begun> {
  const answer = await organizer.post(page, { ...asked, ...changes });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Begun;
}

const rowsAt = async (path: string): Promise<SealedPage['rows']> =>
  ((await (await edith.get(path)).json()) as SealedPage).rows;

async function logged(): Promise<(Pick<AuditRow, 'organizer' | 'act' | 'campaign'> & { facts: unknown })[]> {
  const store = await openStore(readConfig({ DATA_DIR: server.dataDir, ...server.env }).database);
  const rows = await store.read.selectFrom('audit').selectAll().orderBy('id').execute();
  await store.close();
  return rows.map(({ organizer, act, campaign, facts }) => ({ organizer, act, campaign, facts: JSON.parse(facts) }));
}

describe('Edith, an editor,', () => {
  test('gets a page that explains itself without JavaScript, and fields that no form sends', async () => {
    const html = await (await edith.get(page)).text();
    expect(html).toContain('The form needs JavaScript');
    expect(html).toContain('npx campaign export social-credit');
    for (const id of ['identity', 'pasted', 'passphrase'])
      expect(new RegExp(`<(?:input|textarea)[^>]*id="${id}"[^>]*>`).exec(html)?.[0]).not.toContain('name=');
  });

  test('gets rows as they are sealed, with the keys as they are wrapped, and her browser opens them', async () => {
    const begun = await begin(edith);
    expect(begun).toMatchObject({ total: 2, fields: ['name'] });
    const answer = await edith.get(begun.rows);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const body = await answer.text();
    for (const secret of ['Sam', 'Example', '李', 'sam@', 'example.org', 'AGE-SECRET-KEY'])
      expect(body).not.toContain(secret);
    const sealed = JSON.parse(body) as SealedPage;
    expect(Object.keys(sealed.rows[0]!).toSorted()).toEqual(
      [
        'id',
        'public',
        'no_news',
        'country',
        'source',
        'locale',
        'confirmed_at',
        'origin',
        'sealed',
        'epoch',
        'form',
      ].toSorted(),
    );
    expect(sealed.next).toBeNull();
    const identities = await readIdentityFile(readConfig({ DATA_DIR: server.dataDir }).organizerKeyFile);
    const file = exportFile(
      { campaign: 'social-credit', format: 'csv', fields: ['name', 'email'], purpose: 'check' },
      identities.map(({ secret }) => secret),
    );
    await file.take(sealed);
    const lines = (await file.finish().text()).trimEnd().split('\r\n');
    expect(lines.toSorted()).toEqual(['Sam Example,sam@example.org', 'name,email', '李 Example,li@example.org']);
  });

  test('gets who has not confirmed only where she asks for it', async () => {
    const begun = await begin(edith, { all: 'yes' });
    expect(begun.total).toBe(3);
    expect(await rowsAt(begun.rows)).toHaveLength(3);
  });

  test('gets none of those who signed after she began, and pages that go on behind a number', async () => {
    const begun = await begin(edith);
    await sign('Lea Example', 'lea@example.org', true);
    const rows = await rowsAt(begun.rows);
    expect(rows).toHaveLength(2);
    expect((await rowsAt(`${begun.rows}?after=${rows[0]!.id}`)).map(({ id }) => id)).toEqual([rows[1]!.id]);
  });

  test('gets nothing of Lea, who withdrew while the export went on', async () => {
    const begun = await begin(edith);
    expect(await rowsAt(begun.rows)).toHaveLength(3);
    const [mail] = await server.mailsTo('lea@example.org');
    await server.post(/\/me\/[\w-]{64}/.exec(mail!.text)![0], { act: 'withdraw' });
    expect(await rowsAt(begun.rows)).toHaveLength(2);
  });

  test('is told what is missing', async () => {
    const answer = await edith.post(page, { purpose: 'other', words: ' ', format: 'csv', fields: 'name' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      errors: [{ field: 'words', message: 'Say in a few words what the export is for.' }],
    });
    for (const [changes, field] of [
      [{ purpose: '' }, 'purpose'],
      [{ format: 'xlsx' }, 'format'],
      [{ fields: 'address_index' }, 'fields'],
    ] as const)
      expect(await (await edith.post(page, { ...asked, ...changes })).json()).toMatchObject({ errors: [{ field }] });
  });

  test('gets a mailing tool’s columns whatever she ticked', async () => {
    expect((await begin(edith, { format: 'mailchimp', fields: 'comment' })).fields).toEqual(['name', 'email']);
  });

  test('leaves in the log what she took out and what for, and what her browser told of the end', async () => {
    const before = (await logged()).length;
    const begun = await begin(edith, { purpose: 'other', words: 'For the archive', format: 'jsonl' });
    const end = { end: 'done', written: '2', unopened: '1', 'no-consent': '0' };
    expect((await edith.post(begun.done, end)).status).toBe(200);
    const [first, last] = (await logged()).slice(before);
    expect(first).toMatchObject({
      organizer: 'edith',
      act: 'export-begun',
      campaign: 'social-credit',
      facts: {
        what: 'signatures',
        purpose: 'other',
        words: 'For the archive',
        format: 'jsonl',
        fields: ['name'],
        all: false,
        where: 'browser',
      },
    });
    expect(last).toMatchObject({
      organizer: 'edith',
      act: 'export-done',
      facts: { begun: begun.export, written: 2, left_out_unopened: 1, told_by: 'browser' },
    });
    expect((await edith.get(begun.rows)).status).toBe(410);
    expect((await edith.post(begun.done, { end: 'stopped', written: '0' })).status).toBe(410);
  });

  test('is not believed everything about the end', async () => {
    const { done } = await begin(edith);
    for (const end of [{ end: 'erased', written: '1' }, { end: 'done', written: '-1' }, { end: 'done' }])
      expect((await edith.post(done, end as Record<string, string>)).status).toBe(422);
  });

  test('begins anew when a working day is over', async () => {
    const begun = await begin(edith);
    server.wait(13 * 60 * 60);
    expect((await edith.get(begun.rows)).status).toBe(410);
  });
});

describe('Nobody else gets anything:', () => {
  const everyRoute = async (
    as: { get: TestOrganizer['get']; post: TestOrganizer['post'] },
    begun: Begun,
  ): Promise<number[]> => {
    const answers = [
      await as.get(page),
      await as.post(page, asked),
      await as.get(begun.rows),
      await as.post(begun.done, { end: 'done', written: '1' }),
    ];
    for (const answer of answers) expect(await answer.text()).not.toContain('"sealed"');
    return answers.map(({ status }) => status);
  };

  test('not Vera, a viewer', async () => {
    expect(await everyRoute(vera, await begin(edith))).toEqual([403, 403, 403, 403]);
  });

  test('not whoever is signed out', async () => {
    expect(await everyRoute(server, await begin(edith))).toEqual([303, 401, 303, 401]);
  });

  test('not Egon, an editor, of what Edith began', async () => {
    const begun = await begin(edith);
    expect((await egon.get(begun.rows)).status).toBe(404);
    expect((await egon.post(begun.done, { end: 'done', written: '1' })).status).toBe(404);
    expect((await edith.get(begun.rows)).status).toBe(200);
  });

  test('not by the number of something else in the log, or of nothing', async () => {
    const begun = await begin(edith);
    for (const id of ['0', '999999', 'x', '1e3', '-1', String(begun.export + 1)])
      expect((await edith.get(`${page}/${id}/rows`)).status).toBe(404);
    expect((await edith.get(`${begun.rows}?after=-1`)).status).toBe(404);
    expect((await edith.get(`${begun.rows}?after=1%20or%201=1`)).status).toBe(404);
  });

  test('not a form on another site, in Edith’s name', async () => {
    const begun = await begin(edith);
    for (const path of [page, begun.done]) {
      const sent = await server.post(path, asked, { Cookie: edith.cookie, Origin: 'http://evil.example' });
      expect(sent.status).toBe(403);
    }
  });

  test('not Edith herself, from the page after her session was ended, nor once she is a viewer', async () => {
    const eva = await anOrganizer(server, 'editor', 'eva');
    const begun = await begin(eva);
    expect((await eva.get(begun.rows)).status).toBe(200);
    const { internalAdapter } = await (await server.accounts()).auth.$context;
    const signedIn = await (await server.accounts()).signedIn(new Headers({ Cookie: eva.cookie }));
    await internalAdapter.updateUser(signedIn!.organizerId, { role: 'viewer' });
    expect((await eva.get(begun.rows)).status).toBe(403);
    await internalAdapter.updateUser(signedIn!.organizerId, { role: 'editor' });
    expect((await eva.get(begun.rows)).status).toBe(200);
    await internalAdapter.deleteUserSessions(signedIn!.organizerId);
    expect((await eva.get(begun.rows)).status).toBe(303);
  });
});
