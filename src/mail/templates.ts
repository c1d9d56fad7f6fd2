import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import type { MessageKind } from '../domain/message.ts';
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
  // Looked up in here and not on the disk, where `render` and `layout` would find every file of the server.
  templates: {},
  /** In characters. A mail's HTML has 20,000. */
  parseLimit: 500_000,
  /** Roughly in bytes. */
  memoryLimit: 2_000_000,
  /** In milliseconds. */
  renderLimit: 500,
};

/**
 * Reads every template once. An unknown field is an error, never an empty place in a mail.
 * @param folder `<message>/<locale>.{subject,text}`
 * @param htmlFolder `<message>/<locale>.html`, made from MJML by the build
 */
export function openTemplates(folder: string, htmlFolder: string): FillTemplate {
  const plain = new Liquid(bounds);
  const escaping = new Liquid({ ...bounds, outputEscape: 'escape' });
  const subjects = readTemplates(plain, folder, '.subject');
  const texts = readTemplates(plain, folder, '.text');
  const htmls = readTemplates(escaping, htmlFolder, '.html');

  return (kind, locale, fields) => {
    const name = subjects.has(`${kind}/${locale}`) ? `${kind}/${locale}` : `${kind}/en`;
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

function readTemplates(engine: Liquid, folder: string, ending: string): Map<string, Template[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
  return new Map(
    files.map((file) => [
      file.slice(0, -ending.length).replaceAll('\\', '/'),
      engine.parse(readFileSync(join(folder, file), 'utf8')),
    ]),
  );
}
