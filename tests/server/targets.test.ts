import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aMembership, aPerson, aPopolo } from '../support/a-popolo.ts';
import { aServer, type TestServer } from '../support/a-server.ts';
import { aLetter } from '../support/a-signature.ts';
import { runCommand } from '../support/run-command.ts';

/** Campaigns of our own in place of those that come with the project. */
const campaigns = await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  return mkdtempSync(`${tmpdir()}/campaign-kit-campaigns-`);
});
vi.mock('../../src/places.ts', async (original) => ({
  ...(await original<typeof import('../../src/places.ts')>()),
  campaignsFolder: campaigns,
}));

const rules = `
  targets:
    - countries: [GB]
      roles: [mp]
      text: mp
    - directories: [example-press]
      everywhere: true
      text: editor
`;
const texts = `letters:
  mp: { subject: To a member, body: 'Dear member {{ representative }}', prompt: What do you ask of them? }
  editor: { subject: To an editor, body: 'Dear editor {{ representative }}', prompt: Which article did you read? }
`;

let server: TestServer;
beforeAll(async () => {
  const { campaignsFolder } = await vi.importActual<typeof import('../../src/places.ts')>('../../src/places.ts');
  const folder = join(campaigns, 'social-credit');
  cpSync(join(campaignsFolder, 'social-credit'), folder, { recursive: true });
  // What a rule names has to be there in every language that the campaign speaks: here it speaks one.
  for (const file of readdirSync(folder)) if (file.endsWith('.mdx') && file !== 'en.mdx') rmSync(join(folder, file));
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  edit('campaign.yaml', (text) => text.replace(/^ {2}maxRepresentatives.*\n/m, (line) => line + rules));
  edit('en.mdx', (text) => text.replace(/^letter:/m, `${texts}letter:`));

  server = await aServer();
  const persons = [
    aPerson({ name: 'Mary Member' }),
    aPerson({ id: 'sam', name: 'Sam Senator', email: 'sam.senator@example.org' }),
  ];
  const memberships = [aMembership(), aMembership({ person_id: 'sam', role: 'Senator' })];
  const editors = [
    aPerson({ id: 'edith', name: 'Edith Editor', email: 'edith@example.org' }),
    aPerson({ id: 'emil', name: 'Emil Editor', email: 'emil@example.org' }),
  ];
  const of = (title: string, country: string) => ({ title, country, data_as_of: '2026-11-01' });
  for (const file of [
    aPopolo({ meta: of('Example House', 'GB'), persons, memberships }),
    aPopolo({
      meta: of('French Example', 'FR'),
      persons: [aPerson({ name: 'Fleur Exemple' })],
      memberships: [aMembership()],
    }),
    aPopolo({ meta: of('Example Press', '*'), persons: editors, memberships: [], areas: [] }),
  ]) {
    const path = join(server.dataDir, 'directory.json');
    writeFileSync(path, JSON.stringify(file));
    await runCommand(server, 'recipients', 'import', path);
  }
});
afterAll(async () => {
  await server.stop();
  rmSync(campaigns, { recursive: true });
});

const show = async (query: string): Promise<string> => (await server.get(`/social-credit/letter?${query}`)).text();
const idsOn = (page: string): string[] =>
  [...page.matchAll(/<input[^>]*name="representative"[^>]*value="(\d+)"/g)].map(([, id]) => id ?? '');

test('a writer is offered whom the campaign is about, with their text, and nobody else', async () => {
  const page = await show('country=GB');
  expect(page).toContain('Mary Member');
  expect(page).not.toContain('Sam Senator');
  expect(page).toContain('value="To a member"');
  expect(page).toContain('What do you ask of them?');
  expect(idsOn(page)).toHaveLength(1);
});

test('others who get another text are one link away', async () => {
  const page = await show('country=GB');
  expect(page).not.toContain('Edith Editor');
  const [, link = ''] = /<a href="([^"]*)"[^>]*>Write to these: Example Press \(2\)<\/a>/.exec(page) ?? [];
  expect(link).toMatch(/^\/social-credit\/letter\?country=GB&(?:amp;|#38;)text=editor$/);
  const editors = await show('country=GB&text=editor');
  expect(editors).toContain('Edith Editor');
  expect(editors).toContain('value="To an editor"');
  expect(editors).toContain('Dear editor {{ representative }}');
  expect(editors).toContain('Write to these: Example House (1)');
  expect(idsOn(editors)).toHaveLength(2);
});

test('editors hear from every country, and where nobody else is targeted they come first', async () => {
  for (const country of ['FR', 'NZ']) {
    const page = await show(`country=${country}`);
    expect(page).toContain('Emil Editor');
    expect(page).not.toMatch(/Fleur Exemple|Mary Member|Write to these/);
  }
});

/** The number of a representative, whoever offers them. */
async function idOf(name: string): Promise<string> {
  const store = await openStore(readConfig({ DATA_DIR: server.dataDir, ...server.env }).database);
  const row = store.read.selectFrom('representatives').select('id').where('name', '=', name);
  const { id } = await row.executeTakeFirstOrThrow();
  await store.close();
  return String(id);
}

test.each([
  ['Sam Senator', 'GB', false],
  ['Fleur Exemple', 'FR', false],
  ['Fleur Exemple', 'GB', false],
  ['Mary Member', 'FR', false],
  ['Mary Member', 'GB', true],
  ['Edith Editor', 'GB', true],
  ['Edith Editor', 'NZ', true],
])(
  'a letter to %s from %s is refused or taken, in the preview and when it is sent: %s',
  async (name, country, taken) => {
    const letter = aLetter(await idOf(name), { country, email: `${name.split(' ')[0]}.${country}@example.org` });
    const preview = await server.post('/social-credit/letter', { ...letter, preview: '1' });
    expect(preview.status).toBe(taken ? 200 : 422);
    const sent = await server.post('/social-credit/letter', letter);
    expect(sent.status).toBe(taken ? 303 : 422);
    if (!taken) expect(await sent.text()).toContain('one of yours is no longer on it');
  },
);

test('what a text is called in the address is nothing that breaks the page', async () => {
  for (const text of ['constructor', '__proto__', 'letter', 'nobody', '%00'])
    expect(await show(`country=GB&text=${text}`)).toContain('value="To a member"');
});
