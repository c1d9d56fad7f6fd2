import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Context, type Template } from 'liquidjs';
import { matchLocale } from '../domain/locale.ts';
import type { MessageKind } from '../domain/message.ts';
import { formatDays, formatList } from '../strings/format.ts';
import { headerText } from './header-text.ts';

/** One mail, filled in. */
export interface FilledTemplate {
  subject: string;
  text: string;
  /** Undefined where the message has no HTML part, as letters. */
  html: string | undefined;
}

export type FillTemplate = (kind: MessageKind, locale: string, fields: Record<string, unknown>) => FilledTemplate;

/**
 * Bounds for one mail. Organizers write templates, and what people typed goes through them: no template reads a file or what an object
 * inherits, and none goes on without end.
 */
const bounds = {
  ownPropertyOnly: true,
  strictVariables: true,
  strictFilters: true,
  /** In characters. A mail's HTML has 20,000. */
  parseLimit: 500_000,
  /** Roughly in bytes. */
  memoryLimit: 2_000_000,
  /** In milliseconds. */
  renderLimit: 500,
  // Looked up in here and not on the disk, where `render` and `layout` would find every file of the server.
  templates: {},
};

/**
 * Reads every template once. An unknown field is an error, never an empty place in a mail. A language without templates of its own
 * gets English ones.
 * @param folder `<message>/<locale>.{subject,text}`
 * @param htmlFolder `<message>/<locale>.html`, made from MJML by the build
 */
export function openTemplates(folder: string, htmlFolder: string): FillTemplate {
  const plain = withFilters(new Liquid(bounds));
  const escaping = withFilters(new Liquid({ ...bounds, outputEscape: 'escape' }));
  const subjects = readTemplates(plain, folder, '.subject');
  const texts = readTemplates(plain, folder, '.text');
  const htmls = readTemplates(escaping, htmlFolder, '.html');
  const languages = [...new Set([...subjects.keys()].map((name) => name.slice(name.indexOf('/') + 1)))];

  return (kind, locale, given) => {
    const language = matchLocale(locale, languages) ?? 'en';
    const name = subjects.has(`${kind}/${language}`) ? `${kind}/${language}` : `${kind}/en`;
    const fields = { ...given, locale: language };
    const subject = subjects.get(name);
    const text = texts.get(name);
    const html = htmls.get(name);
    if (subject === undefined || text === undefined) throw new Error(`no template for ${name}`);
    return {
      subject: headerText(String(plain.renderSync(subject, fields))),
      text: String(plain.renderSync(text, fields)),
      html: html === undefined ? undefined : String(escaping.renderSync(html, fields)),
    };
  };
}

interface Filtering {
  context: Context;
}

/** What templates say by Intl, in the language of the mail: `{{ before | list }}` and `{{ days | days }}`. */
function withFilters(engine: Liquid): Liquid {
  engine.registerFilter('list', function list(this: Filtering, items: string[]) {
    return formatList(localeOf(this), items);
  });
  engine.registerFilter('days', function days(this: Filtering, count: number) {
    return formatDays(localeOf(this), count);
  });
  return engine;
}

const localeOf = ({ context }: Filtering): string => String(context.getSync(['locale']));

function readTemplates(engine: Liquid, folder: string, ending: string): Map<string, Template[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
  return new Map(
    files.map((file) => [
      file.slice(0, -ending.length).replaceAll('\\', '/'),
      engine.parse(readFileSync(join(folder, file), 'utf8')),
    ]),
  );
}
