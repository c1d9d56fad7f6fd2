import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'astro';
import mjml from 'mjml';
import { clientFolder, compressedFolder, mailHtmlFolder, projectRoot, templatesFolder } from '../places.ts';
import { compress } from './compress.ts';
import { markupIn } from './mail-markup.ts';

/** What `build.ts` runs in a process of its own: Astro's pages, what they load compressed, and mails that Outlook shows. */
await build({ root: projectRoot, logLevel: 'error' });
compress(clientFolder, compressedFolder);

const files = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);
for (const file of files) {
  const source = join(templatesFolder, file);
  const markup = markupIn(basename(file, '.html'), readFileSync(source, 'utf8'));
  const { html } = await mjml(markup, { validationLevel: 'strict', filePath: source });
  mkdirSync(dirname(join(mailHtmlFolder, file)), { recursive: true });
  writeFileSync(join(mailHtmlFolder, file), html);
}
