import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const root = join(import.meta.dirname, '../..');
const lines = readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^#([A-Z_]+)=(.*)$/gm);
const example = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));

test('.env.example has every setting, and shows its default', () => {
  const settings = readFileSync(join(root, 'src/config.ts'), 'utf8').matchAll(/^ {2}([A-Z_]+): /gm);
  const names = [...settings].map(([, name]) => name);
  expect(Object.keys(example)).toEqual(names);
  const withDefaults = { ...example, MAIL_FROM: undefined };
  expect(readConfig(withDefaults)).toEqual({ ...readConfig({}), siteUrlFrom: 'SITE_URL' });
  expect(readConfig({}).mailFrom).toBe(example.MAIL_FROM);
});
