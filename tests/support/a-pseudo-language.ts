import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aProject } from './a-project.ts';
import { aServer } from './a-server.ts';
import { pseudoTemplate } from './pseudo.ts';

/**
 * The tag of the pseudo-language: Hebrew's, because what Intl writes for it has no Latin letter. A date or a country in English then
 * shows as well as a sentence in English does, and the language runs from right to left.
 */
export const pseudoTag = 'he';

/** What a campaign says, and what people type, in Greek letters alone. */
export const data = {
  title: 'Δοκιμαστική εκστρατεία',
  publisher: 'Δοκιμαστικός εκδότης',
  name: 'Σοφία Δοκιμή',
  comment: 'Επειδή δοκιμάζω.',
  subject: 'Μια ερώτηση',
  body: 'Προς {{ representative }},\n\nΠαρακαλώ να ρωτήσετε.\n\n{{ name }}',
  postcode: '12345',
};

/** A server of a copy of the project that speaks the pseudo-language too. */
export async function aPseudoServer() {
  const project = aProject();
  addPseudoLanguage(project.folder);
  writeWithoutLatin(project.folder);
  // So that a test sees what Astro takes a page's language for.
  for (const file of ['layouts/Page.astro', 'pages/embed.astro'])
    edit(join(project.folder, 'src', file), (text) =>
      text.replace('<body>', '<body data-current={Astro.currentLocale}>'),
    );
  const ofCopy = <Module>(path: string) => import(pathToFileURL(join(project.folder, path)).href) as Promise<Module>;
  const { build } = await ofCopy<typeof import('../../src/cli/build.ts')>('src/cli/build.ts');
  await build();
  const server = await aServer(await ofCopy<typeof import('../../src/server.ts')>('src/server.ts'));
  const stop = async (): Promise<void> => {
    await server.stop();
    project.remove();
  };
  return { folder: project.folder, ofCopy, server, stop };
}

/** Adds the pseudo-language to a copy of the project, as somebody adds a language: files, and two lines in one of ours. */
function addPseudoLanguage(project: string): void {
  const strings = join(project, 'src/strings');
  copyFileSync(join(import.meta.dirname, 'pseudo.ts'), join(strings, 'pseudo.ts'));
  writeFileSync(
    join(strings, `${pseudoTag}.ts`),
    `import { en } from './en.ts';
import { pseudo } from './pseudo.ts';
import type { Strings } from './strings.ts';

export const ${pseudoTag}: Strings = { ...pseudo(en), organize: en.organize };
`,
  );
  edit(join(strings, 'strings.ts'), (text) =>
    text
      .replace("import { en } from './en.ts';", `$&\nimport { ${pseudoTag} } from './${pseudoTag}.ts';`)
      .replace(/^ {2}en,$/m, `$&\n  ${pseudoTag},`),
  );
  const templates = join(project, 'templates');
  for (const kind of readdirSync(templates))
    for (const file of readdirSync(join(templates, kind)).filter((name) => name.startsWith('en.')))
      writeFileSync(
        join(templates, kind, file.replace('en.', `${pseudoTag}.`)),
        pseudoTemplate(readFileSync(join(templates, kind, file), 'utf8')),
      );
}

/** In place of what ships: campaigns and representatives without a Latin letter in them. */
function writeWithoutLatin(project: string): void {
  const campaigns = join(project, 'src/content/campaigns');
  rmSync(campaigns, { recursive: true });
  const write = (slug: string, locales: string[], more = ''): void => {
    mkdirSync(join(campaigns, slug), { recursive: true });
    writeFileSync(join(campaigns, slug, 'campaign.yaml'), settings(slug, more));
    for (const locale of locales) writeFileSync(join(campaigns, slug, `${locale}.mdx`), argument);
  };
  write('spoken', ['el', pseudoTag]);
  write('unspoken', ['el'], 'closesAt: 2099-12-31\n');
  write(
    'over',
    ['el', pseudoTag],
    `outcome:\n  handedOverAt: 2026-10-01\n  handedOver: 4321\n  answer: ${data.comment}\n`,
  );
  edit(join(project, 'src/content/directories/example-parliament.json'), (text) => {
    const file = JSON.parse(text) as { persons: Record<string, unknown>[] };
    file.persons = file.persons.map(({ email, ...person }, at) => ({ ...person, ...(ways[at] ?? { email }) }));
    return JSON.stringify(file, inGreek);
  });
}

/** Some of them have no address: they are reached in another way. */
const ways: Record<number, object> = {
  1: { contact_details: [{ type: 'contact_form', value: 'https://form.example.org/contact' }] },
  2: { contact_details: [{ type: 'phone', value: '+44 20 7946 0123' }] },
  3: { contact_details: [{ type: 'address', value: 'Οδός Δοκιμής 1, Πόλη' }] },
};

/** Whatever of the file is read by people. */
const inGreek = (key: string, value: unknown): unknown =>
  ['title', 'source', 'licence', 'name', 'role'].includes(key)
    ? String(value).replaceAll(/[a-z]/gi, (letter) => greek[letter.charCodeAt(0) % greek.length] ?? '')
    : value;

const greek = 'αβγδεζηθικλμνξοπρστυφχψω';

const settings = (slug: string, more: string): string => `slug: ${slug}
defaultLocale: el
publisher:
  name: ${data.publisher}
  contact: hello@example.org
  legalAddress: Οδός Δοκιμής 1
  dataController: ${data.publisher}
goals: [100]
${more}`;

const argument = `---
title: ${data.title}
summary: Μια περίληψη.
addressee: όλους
ask: Ζητάμε κάτι.
credit: Από κάποιον.
letter:
  subject: ${data.subject}
  body: |-
    Προς {{ representative }},

    Παρακαλώ να ρωτήσετε, γιατί αυτό είναι σημαντικό για όλους μας.

    {{ name }}
  prompt: Τι σας συνέβη;
---

Κείμενο.<SourceNote n={1} />

<Figure value="22" asOf="2018">κάτοικοι.</Figure>

<PullQuote>Λόγια.</PullQuote>

<Sources title="Πηγές">
  <Source n={1}>Μια πηγή.</Source>
</Sources>
`;

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${file}`);
  writeFileSync(file, after);
};
