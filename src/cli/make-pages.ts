import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import mjml from 'mjml';
import { mailHtmlFolder, projectRoot, templatesFolder } from '../places.ts';

/** What `build.ts` runs in a process of its own: Astro's pages, and mails that Outlook shows. */
await build({ root: projectRoot, logLevel: 'error' });

const files = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);
for (const file of files) {
  const source = join(templatesFolder, file);
  const { html } = await mjml(readFileSync(source, 'utf8'), { validationLevel: 'strict', filePath: source });
  mkdirSync(dirname(join(mailHtmlFolder, file)), { recursive: true });
  writeFileSync(join(mailHtmlFolder, file), html);
}
