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

  // From where tests are started, there is such a file.
  test.each(["{% include 'package.json' %}", "{% render 'package.json' %}", "{% layout 'package.json' %}"])(
    'takes in no file: %s',
    (tag) => {
      expect(() => fill(tag)).toThrow(/ENOENT|Failed to lookup/);
    },
  );

  test('that fills the memory is ended', () => {
    expect(() => fill('{% for a in (1..900000000) %}{{ a }}{% endfor %}')).toThrow(/memory alloc limit exceeded/);
  });

  test('that goes on for long is ended', () => {
    const loop = (inner: string) => `{% for a in (1..100) %}${inner}{% endfor %}`;
    const long = loop(loop(loop('{% assign x = a | plus: 1 | times: 2 | minus: 1 %}')));
    expect(() => fill(long)).toThrow(/render limit exceeded/);
  });

  test('is one of ours: what somebody typed is filled in and not read', () => {
    const typed = '{{ secret }}{% for a in (1..9) %}x{% endfor %}';
    expect(fill('{{ name }}', { name: typed, secret: 'a secret' }).text).toBe(typed);
  });
});
