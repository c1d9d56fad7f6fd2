import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A file, what stands in it, and the rule that must refuse it; no rule where it must pass. */
type Case = [file: string, source: string, refusedBy?: string];

const arrow = 'no-restricted-imports';

/** Who may import whom: the walk of CONTRIBUTING.md. A lint rule that nobody saw fail does not count. */
const cases: Case[] = [
  ...imports('domain', {
    yes: ['./clock.ts'],
    no: ['../forms/x.ts', '../strings/x.ts', 'zod', 'node:fs', 'node:crypto'],
  }),
  ...imports('strings', {
    yes: ['../domain/x.ts', '../plural.ts', '../spaced.ts'],
    no: ['../forms/x.ts', '../config.ts', 'node:fs'],
  }),
  ...imports('forms', {
    yes: ['zod', 'yaml', '../domain/x.ts', '../strings/x.ts'],
    no: ['../campaign/x.ts', '../store/x.ts', 'node:fs', 'hono'],
  }),
  ...imports('settings', {
    yes: ['zod', 'yaml', 'node:fs', '../domain/x.ts'],
    no: ['../store/x.ts', '../http/x.ts', 'node:http'],
  }),
  ...imports('vault', { yes: ['node:crypto', 'node:fs'], no: ['../store/x.ts', '../domain/x.ts', 'zod', 'node:net'] }),
  ...imports('browser', {
    yes: [
      'age-encryption',
      'altcha-lib',
      '../domain/x.ts',
      '../strings/x.ts',
      '../vault/identity.ts',
      '../vault/open-epoch-key.ts',
    ],
    no: ['../vault/seal.ts', '../store/x.ts', '../campaign/x.ts', 'zod', 'node:crypto', 'kysely'],
  }),
  ['src/browser/buffer.ts', `export const bytes = Buffer.from('');`, 'no-restricted-globals'],
  // What a browser bundles of vault/.
  ['src/vault/identity.ts', importing('node:crypto'), arrow],
  ['src/vault/open-epoch-key.ts', importing('./seal.ts'), arrow],
  ...imports('store', {
    yes: ['kysely', 'better-sqlite3', '../domain/x.ts'],
    no: ['../campaign/x.ts', '../vault/x.ts', '../mail/x.ts', 'hono'],
  }),
  ...imports('campaign', {
    yes: ['../domain/x.ts', '../store/x.ts', '../vault/x.ts', '../settings/campaign.ts'],
    no: ['../mail/x.ts', '../http/x.ts', '../settings/x.ts', '../config.ts', 'node:fs', 'kysely', 'nodemailer'],
  }),
  ...imports('mail', {
    yes: [
      'nodemailer',
      'liquidjs',
      'node:dns/promises',
      '../store/x.ts',
      '../vault/x.ts',
      '../settings/x.ts',
      '../strings/x.ts',
    ],
    no: ['../campaign/x.ts', '../http/x.ts', '../config.ts', 'kysely', 'hono'],
  }),
  ...imports('robots', {
    yes: ['altcha-lib', 'rate-limiter-flexible', 'node:crypto', '../domain/x.ts', '../vault/x.ts'],
    no: ['../http/x.ts', '../store/x.ts', '../campaign/x.ts', 'hono', 'node:fs', 'kysely'],
  }),
  ...imports('http', {
    yes: ['hono', '../config.ts', '../robots/x.ts', '../forms/x.ts', '../campaign/x.ts', '../store/x.ts', 'node:zlib'],
    no: ['../mail/x.ts', '../cli/x.ts', '../server.ts', '../views.ts', 'nodemailer', 'kysely', 'altcha-lib'],
  }),
  ...imports('charts', {
    yes: ['d3-scale', 'd3-shape', '../domain/x.ts', '../strings/x.ts'],
    no: ['d3-array', '../views.ts', '../store/x.ts', '../components/x.ts', 'node:fs'],
  }),
  ...['pages', 'components', 'layouts'].flatMap((folder) =>
    imports(folder, {
      yes: ['../charts/x.ts', '../components/x.ts', '../layouts/x.ts', '../strings/x.ts', '../domain/x.ts'],
      no: ['d3-scale', '../views.ts', '../store/x.ts', '../campaign/x.ts', '../config.ts', 'node:fs', 'kysely'],
    }),
  ),
  ...imports('cli', {
    yes: ['../campaign/x.ts', '../mail/x.ts', '../config.ts'],
    no: ['kysely', 'better-sqlite3', 'nodemailer'],
  }),
  // The server never opens what is sealed.
  ...['src/http/opens.ts', 'src/mail/opens.ts', 'src/campaign/opens.ts'].map((file): Case => [
    file,
    importing('../vault/open-epoch-key.ts'),
    arrow,
  ]),
  ['src/server-clock.ts', importing('./vault/open-epoch-key.ts'), arrow],
  ['src/http/opens-rows.ts', importing('../campaign/open-sealed.ts'), arrow],
  ['src/open-context.ts', importing('./campaign/open-sealed.ts'), arrow],
  ['src/campaign/open-sealed.ts', importing('../vault/open-epoch-key.ts')],
  ['src/campaign/types.ts', `import type { X } from '../settings/campaign.ts'; export type Y = X;`],
  ['src/http/types.ts', `import type { X } from '../views.ts'; export type Y = X;`],
  ['src/pages/types.ts', `import type { X } from '../views.ts'; export type Y = X;`],
  ['src/domain/types.ts', `import type { X } from '../store/x.ts'; export type Y = X;`, arrow],
  ['src/domain/later.ts', `export const later = () => import('../store/x.ts');`, arrow],
  ['src/domain/again.ts', `export * from '../store/x.ts';`, arrow],
  ['src/pages/index.astro', `---\nimport { x } from '../store/x.ts';\n---\n<p>{x}</p>`, arrow],
  ['src/server.ts', `import { x } from 'kysely'; export const y = x;`, arrow],
  ['src/config.ts', `import { x } from './store/x.ts'; export const y = [x, process.env.PORT];`, arrow],

  ['src/http/environment.ts', `export const port = process.env.PORT;`, 'no-process-env'],
  ['src/cli/environment.ts', `export const port = process.env.PORT;`, 'no-process-env'],
  ['src/domain/now.ts', `export const now = () => Date.now();`, 'no-restricted-properties'],
  ['src/domain/fetched.ts', `export const fetched = () => fetch('/');`, 'no-restricted-globals'],
  ['src/http/says.ts', `console.log('x');`, 'no-console'],
  ['src/cli/says.ts', `console.log('x');`],
  ['src/log.ts', `console.log('x');`],
  ['src/http/any.ts', `export const x: any = 1;`, 'no-explicit-any'],
  ['src/http/floating.ts', `export const x = async () => 1; x();`, 'no-floating-promises'],
  ['src/http/misused.ts', `export const x = async () => true; if (x()) throw new Error('x');`, 'no-misused-promises'],
  ['src/http/equal.ts', `export const x = (a: number, b: number) => a == b;`, 'eqeqeq'],
  ['src/http/long.ts', `export {};\n`.repeat(301), 'max-lines'],
];

/** A file in the folder for each module that it may import, and for each that it may not. */
function imports(folder: string, { yes, no }: { yes: string[]; no: string[] }): Case[] {
  const file = (name: string) => `src/${folder}/from-${name.replace(/\W+/g, '-')}.ts`;
  return [
    ...yes.map((name): Case => [file(name), importing(name)]),
    ...no.map((name): Case => [file(name), importing(name), arrow]),
  ];
}

function importing(name: string): string {
  return `import { x } from '${name}'; export const y = x;`;
}

const root = join(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'lint-'));
const faults = new Map<string, string[]>();

beforeAll(async () => {
  for (const [file, source] of cases) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), source);
  }
  cpSync(join(root, '.oxlintrc.json'), join(project, '.oxlintrc.json'));
  writeFileSync(
    join(project, 'tsconfig.json'),
    '{ "compilerOptions": { "strict": true, "noEmit": true, "allowImportingTsExtensions": true } }',
  );
  for (const { filename, code } of await lint()) {
    faults.set(filename, [...(faults.get(filename) ?? []), code.replace(/^.*\(|\)$/g, '')]);
  }
});

afterAll(() => rmSync(project, { recursive: true }));

async function lint(): Promise<{ filename: string; code: string }[]> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const ran = promisify(execFile)(process.execPath, [oxlint, '--format', 'json'], { cwd: project, maxBuffer: 1e8 });
  const { stdout } = await ran.catch((failed: { stdout: string }) => failed);
  return (JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] }).diagnostics;
}

test.each(cases.filter(([, , rule]) => rule))('%s is refused: %s', (file, _, rule) => {
  expect(faults.get(file) ?? []).toContain(rule);
});

test.each(cases.filter(([, , rule]) => !rule))('%s passes: %s', (file) => {
  expect(faults.get(file) ?? []).toEqual([]);
});
