import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aProject, type TestProject } from '../support/a-project.ts';
import { aSignature } from '../support/a-signature.ts';

let project: TestProject;
beforeAll(() => {
  project = aProject();
});
afterEach(() => project.stop());
afterAll(() => project.remove());

function editFile(name: string, change: (text: string) => string): void {
  const file = join(project.folder, 'src/content/campaigns/clean-water', name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
const edit = (change: (text: string) => string): void => editFile('campaign.yaml', change);

test('“campaign new” makes a second campaign that people can read and sign, without a line of code', async () => {
  expect(await project.node('src/cli/main.ts', 'new', 'clean-water')).toMatchObject({ code: 0 });
  const { url } = await project.start();
  expect((await fetch(`${url}/clean-water`)).status).toBe(200);
  expect(await (await fetch(url)).text()).toContain('/clean-water');
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(aSignature());
  const signed = await fetch(`${url}/clean-water/sign`, { method: 'POST', body, headers, redirect: 'manual' });
  expect(signed.status).toBe(303);
  const { out } = await project.node('src/cli/main.ts', 'doctor');
  expect(out).toContain('clean-water: some of its texts still say “Replace me”');
  expect(out).not.toContain('social-credit: some of its texts');
});

test('whatever stands in a title, programs read it as it is', async () => {
  const title = '</script>&"<b>';
  editFile('en.mdx', (text) => text.replace(/^title: .*$/m, `title: '${title}'`));
  const { url } = await project.start();
  const textOf = async (path: string) => (await fetch(url + path)).text();
  const page = await textOf('/clean-water');
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)!;
  expect(JSON.parse(data)).toMatchObject({ name: title });
  const inXml = '&#60;/script&#62;&#38;&#34;&#60;b&#62;';
  expect(await textOf('/clean-water/feed.xml')).toContain(`<title xml:lang="en">${inXml}</title>`);
  const oembed = JSON.parse(await textOf(`/oembed?url=${encodeURIComponent(`${url}/clean-water`)}`)) as Record<
    string,
    string
  >;
  expect(oembed.title).toBe(title);
  expect(oembed.html).toContain(` title="${inXml}" `);
});

test('a second start builds nothing and is quick', async () => {
  // The quickest of three: the others tell what else the machine does.
  const times: number[] = [];
  while (times.length < 3) {
    times.push((await project.start()).milliseconds);
    await project.stop();
  }
  expect(Math.min(...times)).toBeLessThan(3000);
});

test('a closed campaign says what was reached, when it was handed over and what the answer was', async () => {
  edit(
    (text) =>
      `${text}\noutcome:\n  handedOverAt: 2026-10-01\n  handedOver: 4321\n  answer: We thank you and will look into it.\n`,
  );
  const { url } = await project.start();
  const page = await (await fetch(`${url}/clean-water`)).text();
  expect(page).toContain('4,321');
  expect(page).toContain('We thank you and will look into it.');
  expect(page).not.toContain('/clean-water/sign"');
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const path of ['sign', 'letter']) {
    const body = new URLSearchParams(aSignature());
    expect((await fetch(`${url}/clean-water/${path}`, { method: 'POST', body, headers })).status).toBe(410);
  }
  const json = { method: 'POST', body: JSON.stringify(aSignature()), headers: { 'Content-Type': 'application/json' } };
  expect((await fetch(`${url}/api/v1/campaigns/clean-water/signatures`, json)).status).toBe(410);
});

test('a wrong setting stops the start with one readable sentence', async () => {
  edit((text) => text.replace(/^goals:[\s\S]*?(?=^\S)/m, 'goals: []\n'));
  await expect(project.start()).rejects.toThrow(
    /^(?:Building pages and mails …\n)?clean-water\/campaign\.yaml: goals[^\n]*\.\n$/,
  );
});
