import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectRoot, templatesFolder } from '../../src/places.ts';

/** Every piece of text that a language's interface is made of, without what stands in its gaps. */
function stringsOf(locale: string): string[] {
  const folder = join(projectRoot, 'src/strings', locale);
  return readdirSync(folder).flatMap((file) => literalsOf(readFileSync(join(folder, file), 'utf8')));
}

function literalsOf(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('strings.ts', source, ts.ScriptTarget.Latest));
  return texts;
}

/** Its mails, without Liquid and MJML. */
const mailsOf = (locale: string): string[] =>
  readdirSync(templatesFolder).flatMap((kind) =>
    readdirSync(join(templatesFolder, kind))
      .filter((file) => file.startsWith(`${locale}.`))
      .map((file) => readFileSync(join(templatesFolder, kind, file), 'utf8'))
      .map((text) => text.replaceAll(/\{\{.*?\}\}|\{%.*?%\}/gs, '…').replaceAll(/<[^>]+>/g, '')),
  );

const textsOf = (locale: string): string[] => [...stringsOf(locale), ...mailsOf(locale)];
const offending = (locale: string, ...faults: RegExp[]): string[] =>
  textsOf(locale).filter((text) => faults.some((fault) => fault.test(text)));

test.each(['de', 'fr', 'es', 'ar', 'tr'])(
  'the texts of %s are found, and have neither typewriter quotes nor doubled spaces',
  (locale) => {
    expect(textsOf(locale).length).toBeGreaterThan(300);
    expect(offending(locale, /"/, /\p{L}'\p{L}/u, /\.\.\./, /\S {2,}\S/)).toEqual([]);
  },
);

test('French has narrow no-break spaces within « » and before ; : ! ? %', () => {
  const withoutAddresses = /(?<![\u202f/]|https?|^|\bSHA)[;:!?»%](?!\/)/u;
  expect(offending('fr', withoutAddresses, /«(?!\u202f)/, /[“”„]/)).toEqual([]);
});

test('German quotes „so“', () => {
  expect(offending('de', /„[^“]*(?:„|$)/, /(?:^|“)[^„]*“/, /[”«»]/)).toEqual([]);
});

test('Spanish quotes «so», and begins questions with ¿ and exclamations with ¡', () => {
  expect(offending('es', /[“”„]/, /(?:^|\?)[^¿]*\?/, /(?:^|!)[^¡]*!/)).toEqual([]);
});

test('Arabic quotes «so», and has its own comma, semicolon and question mark', () => {
  const latin = /[\p{Script=Arabic}»)\u2069] ?[,;?]/u;
  expect(offending('ar', latin, /[“”„‘’]/, /«[^»]*(?:«|$)/, /(?:^|»)[^«]*»/)).toEqual([]);
});

test('what turns the direction of Arabic text turns it back', () => {
  expect(
    offending('ar', /[\u2066-\u2068][^\u2069]*(?:[\u2066-\u2068]|$)/, /(?:^|\u2069)[^\u2066-\u2068]*\u2069/),
  ).toEqual([]);
});

test('Turkish quotes “so”', () => {
  expect(offending('tr', /[„«»‘]/, /“[^”]*(?:“|$)/, /(?:^|”)[^“]*”/)).toEqual([]);
});

test('Turkish appends nothing to what is filled in, since a suffix sounds like the word before it', () => {
  expect(offending('tr', /…['’]?\p{Ll}/u)).toEqual([]);
});
