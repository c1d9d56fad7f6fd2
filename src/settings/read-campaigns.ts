import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isLocale } from '../domain/locale.ts';
import { Refusal } from '../domain/refusal.ts';
import { parse } from 'yaml';
import type { z } from 'zod';
import { argumentFrontmatter, campaignYaml, type ArgumentFrontmatter } from './campaign-yaml.ts';
import type { Campaign } from './campaign.ts';
import { missingText } from './missing-text.ts';
import { reservedSlugs } from './reserved-slugs.ts';

/** A setting that a person has to mend. The message is one sentence that names file, key and cause. */
class SettingsError extends Refusal {}

/**
 * Reads every campaign below `folder` (`<slug>/campaign.yaml` + `<slug>/<locale>.mdx`).
 * @throws SettingsError for the first thing that is wrong
 */
export function readCampaigns(folder: string): Campaign[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readCampaign(join(folder, entry.name)))
    .toSorted((a, b) => a.slug.localeCompare(b.slug, 'en'));
}

function readCampaign(folder: string): Campaign {
  const slug = basename(folder);
  const file = join(folder, 'campaign.yaml');
  const place = `${slug}/campaign.yaml`;
  if (!existsSync(file)) throw new SettingsError(`${slug}/ has no campaign.yaml: add one or remove the folder.`);
  const settings = checked(campaignYaml, parsed(readFileSync(file, 'utf8'), place), place);
  if (settings.slug !== slug)
    throw new SettingsError(`${place}: slug is “${settings.slug}” but the folder is “${slug}”: make them the same.`);
  if (reservedSlugs.has(slug) || isLocale(slug))
    throw new SettingsError(`${place}: the slug “${slug}” is an address that the site itself uses: choose another.`);
  const texts = readArguments(folder);
  if (texts[settings.defaultLocale] === undefined)
    throw new SettingsError(`${slug}/ has no ${settings.defaultLocale}.mdx, the text in its default language: add it.`);
  const complaint = settings.letter.enabled ? missingText(settings, texts) : undefined;
  if (complaint !== undefined) throw new SettingsError(`${slug}/${complaint}`);
  return { ...settings, arguments: texts };
}

function readArguments(folder: string): Record<string, ArgumentFrontmatter> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'));
  return Object.fromEntries(
    files.map((file) => {
      const place = `${basename(folder)}/${file}`;
      const locale = basename(file, '.mdx');
      if (!isLocale(locale))
        throw new SettingsError(`${place}: “${locale}” is not a language: name the file like en.mdx or zh-Hans.mdx.`);
      const front = /^---\r?\n(.*?)\r?\n---\r?\n/s.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
      if (front === undefined)
        throw new SettingsError(`${place} has no front matter: start it with a block between two lines of ---.`);
      return [locale, checked(argumentFrontmatter, parsed(front, place), place)];
    }),
  );
}

function parsed(text: string, place: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new SettingsError(`${place} is not valid YAML: ${reason}`);
  }
}

function checked<T extends z.ZodType>(schema: T, value: unknown, place: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const key = issue?.path.join('.') ?? '';
  throw new SettingsError(`${place}: ${key === '' ? '' : `${key}: `}${issue?.message ?? 'is wrong'}.`);
}
