import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { assert, property } from 'fast-check';
import { Liquid } from 'liquidjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MessageKind } from '../../src/domain/message.ts';
import { personalise } from '../../src/domain/letter.ts';
import { headerText } from '../../src/mail/header-text.ts';
import { openTemplates } from '../../src/mail/templates.ts';
import { mailHtmlFolder, templatesFolder } from '../../src/places.ts';
import { harmIn } from '../support/harm-in.ts';
import { fuzzRuns, hostileText } from '../support/hostile-text.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-templates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A mail by a template that an organizer has changed. */
function filled(template: string, fields: Record<string, unknown> = {}) {
  mkdirSync(join(folder, 'your-data'), { recursive: true });
  for (const part of ['subject', 'text', 'html']) writeFileSync(join(folder, 'your-data', `en.${part}`), template);
  return openTemplates(folder, folder)('your-data', 'en', fields);
}

test('LiquidJS does not escape by default: in HTML whatever a template shows is escaped, unasked', () => {
  const { html, text } = filled('{{ name }}, {{ names | join: " " }}', { name: '<b>"&\'', names: ['<i>', '</i>'] });
  expect(html).toBe('&lt;b&gt;&#34;&amp;&#39;, &lt;i&gt; &lt;/i&gt;');
  expect(text).toBe('<b>"&\', <i> </i>');
});

test('ownPropertyOnly: a template reads nothing that an object inherits', () => {
  const inherits = Object.create({ secret: 'zqzq' }) as object;
  expect(() => filled('{{ signer.secret }}', { signer: inherits })).toThrow(/undefined variable/);
  expect(() => filled('{{ name.constructor }}', { name: 'Ada' })).toThrow(/undefined variable/);
  expect(() => filled('{{ constructor.constructor }}')).toThrow(/undefined variable/);
  expect(() => filled('{{ name | constructor }}', { name: 'Ada' })).toThrow(/undefined filter/);
});

test.each(['render', 'include', 'layout'])('in-memory templates: “%s” reads no file of the server', (tag) => {
  const file = join(folder, 'secret.txt');
  writeFileSync(file, 'zqzq');
  for (const name of ['package.json', './package.json', file, `../${basename(folder)}/secret.txt`, 'your-data/en.text'])
    expect(() => filled(`{% ${tag} '${name}' %}`)).toThrow(/ENOENT/);
  expect(() => filled(`{% ${tag} name %}`, { name: 'package.json' })).toThrow(/ENOENT/);
});

test('memoryLimit: a template that grows without end is stopped', () => {
  expect(() => filled('{% assign s = "x" %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}')).toThrow(
    /memory alloc limit/,
  );
  expect(() => filled('{% for i in (1..100000000) %}x{% endfor %}')).toThrow(/memory alloc limit/);
});

test('renderLimit: a template that goes on and on is stopped within a second', () => {
  const thrice = (inner: string, left = 3): string =>
    left === 0 ? inner : `{% for i in (1..1000) %}${thrice(inner, left - 1)}{% endfor %}`;
  const began = performance.now();
  expect(() => filled(thrice('{% if false %}{% endif %}'))).toThrow(/template render limit/);
  // Three parts, each of which could have been the first.
  expect(performance.now() - began).toBeLessThan(5000);
});

test('parseLimit: a template as long as a book is no mail, and says so at the start', () => {
  expect(() => filled('{{ name }}'.repeat(60_000))).toThrow(/parse length limit/);
});

/** What a template asks for, filled with one text; addresses are never typed. */
function fieldsWith(kind: MessageKind, text: string): Record<string, unknown> {
  const { subject, plain, html } = sources(kind);
  const names = [subject, plain, html].flatMap((source) => new Liquid().globalVariablesSync(source));
  const known: Record<string, unknown> = {
    days: 7,
    yours: 1,
    invalidated: false,
    before: [text],
    representatives: [text, text],
    answers: [{ representative: text, yes_url: 'https://ours.example/yes', no_url: 'https://ours.example/no' }],
    contact_form: 'https://parliament.example/form',
  };
  return Object.fromEntries(
    names.map((name) => [name, known[name] ?? (/(?:^|_)(?:url|link)$/.test(name) ? 'https://ours.example/' : text)]),
  );
}

function sources(kind: MessageKind): { subject: string; plain: string; html: string } {
  const read = (within: string, file: string): string =>
    existsSync(join(within, kind, file)) ? readFileSync(join(within, kind, file), 'utf8') : '';
  return {
    subject: read(templatesFolder, 'en.subject'),
    plain: read(templatesFolder, 'en.text'),
    html: read(mailHtmlFolder, 'en.html'),
  };
}

const kinds = readdirSync(templatesFolder) as MessageKind[];
const fill = openTemplates(templatesFolder, mailHtmlFolder);

test.each(kinds)(
  'templates cannot be injected: what people typed is never run, and is mere text in the mail “%s”',
  (kind) => {
    assert(
      property(hostileText, (typed) => {
        const { subject, text, html } = fill(kind, 'en', fieldsWith(kind, typed));
        // A template that ran would have changed what stands between its braces.
        expect(text).toContain(typed);
        expect(subject).toBe(headerText(subject));
        expect(harmIn(html ?? '', { isPage: false })).toEqual([]);
      }),
      { numRuns: fuzzRuns(60) },
    );
  },
);

test('nor does a name that asks for another name get it', () => {
  const names = { name: '{{ representative }}{{ name }}', representative: '{{ name }}' };
  expect(personalise('{{ name }}, {{ representative }}, {{name}} {{ email }}{% x %}', names)).toBe(
    '{{ representative }}{{ name }}, {{ name }}, {{ representative }}{{ name }} {{ email }}{% x %}',
  );
});
