import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildFolder, campaignsFolder, mailHtmlFolder, projectRoot, templatesFolder } from '../places.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';
import { markupIn } from './mail-markup.ts';

const stamp = join(buildFolder, 'built-from');
const sources = ['src', 'public', 'templates', 'astro.config.mjs', 'package-lock.json'];

/** Whether the sources have changed since the last build. */
export const isBuilt = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();

/**
 * Checks the campaigns' settings, then makes pages and mails.
 * @throws SettingsError with one readable sentence if a setting is wrong
 */
export async function build(): Promise<void> {
  const before = fingerprint();
  readCampaigns(campaignsFolder);
  // Loaded here and not above: they take longer to load than a start that builds nothing takes in all.
  const { build: buildPages } = await import('astro');
  await buildPages({ root: projectRoot, logLevel: 'error' });
  await buildMails();
  writeFileSync(stamp, before);
}

async function buildMails(): Promise<void> {
  const { default: mjml } = await import('mjml');
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
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources)
    for (const file of filesOf(join(projectRoot, source))) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return [];
  const entries = readdirSync(dirname(place), { withFileTypes: true });
  if (entries.find((entry) => join(dirname(place), entry.name) === place)?.isFile() === true) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
