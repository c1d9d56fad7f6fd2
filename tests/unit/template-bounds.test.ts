import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTemplates, type FilledTemplate } from '../../src/mail/templates.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-templates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A mail whose text is made from this template. */
function fill(text: string, fields: Record<string, unknown> = {}): FilledTemplate {
  mkdirSync(join(folder, 'letter'));
  writeFileSync(join(folder, 'letter/en.subject'), 'Subject');
  writeFileSync(join(folder, 'letter/en.text'), text);
  writeFileSync(join(folder, 'secret.txt'), 'a secret');
  return openTemplates(folder, folder)('letter', 'en', fields);
}

describe('A template of a mail', () => {
  test('gets the fields that it is given', () => {
    expect(fill('Dear {{ name }}', { name: 'Ada <b>' }).text).toBe('Dear Ada <b>');
  });

  test.each(['name.constructor', 'name.length.constructor', 'facts.__proto__', 'facts.toString', 'facts.inherited'])(
    'gets nothing that was not put there: %s',
    (path) => {
      const facts: object = Object.create({ inherited: 'from somebody else' });
      expect(() => fill(`{{ ${path} }}`, { name: 'Ada', facts })).toThrow(/undefined variable/);
    },
  );

  test.each(["{% include 'secret.txt' %}", "{% render '../../../../etc/hosts' %}", "{% layout '/etc/hosts' %}"])(
    'takes in no file: %s',
    (tag) => {
      expect(() => fill(tag)).toThrow(/ENOENT|not find|Failed to lookup/);
    },
  );

  test('that never ends is ended, and one that fills the memory too', () => {
    expect(() => fill('{% for a in (1..9000) %}{% for b in (1..9000) %}{{ a }}{% endfor %}{% endfor %}')).toThrow(
      /limit exceeded/,
    );
    rmSync(join(folder, 'letter'), { recursive: true });
    expect(() => fill('{% for a in (1..900000000) %}{{ a }}{% endfor %}')).toThrow(/limit exceeded/);
  });

  test('is one of ours: what somebody typed is filled in and not read', () => {
    const typed = '{{ secret }}{% for a in (1..9) %}x{% endfor %}';
    expect(fill('{{ name }}', { name: typed, secret: 'a secret' }).text).toBe(typed);
  });
});
