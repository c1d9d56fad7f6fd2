import { elementsOf, type PageElement } from './page-elements.ts';

/** Stands in every hostile text, as an element, an attribute or a word: where it comes back as more than text, something was not escaped. */
export const mark = 'zqzq';

/**
 * What a page can do to whoever reads it that we never mean; nothing, if all that was typed is mere text in it.
 * @param isPage false for mails and documents to save: their styles stand in them, and scripts nowhere
 */
export function harmIn(html: string, { isPage = true } = {}): string[] {
  return elementsOf(html).flatMap((element) => [
    ...(element.tag.includes(mark) ? [`an element <${element.tag}>`] : []),
    ...Object.keys(element.attributes).flatMap((name) => harmOfAttribute(element, name, isPage)),
    ...harmOfElement(element, isPage),
  ]);
}

const neverOurs = ['embed', 'frame', 'iframe', 'math', 'object', 'portal', 'template', 'video', 'audio'];

function harmOfElement({ tag, attributes, text }: PageElement, isPage: boolean): string[] {
  if (neverOurs.includes(tag)) return [`an element <${tag}>`];
  if (tag === 'meta' && attributes['http-equiv'] === 'refresh') return ['a page that leads elsewhere by itself'];
  if (tag === 'style') return !isPage || text === '' ? [] : ['a style that stands in the page'];
  // In a frame on somebody else's page, links lead out of it. That is all a base may say: an address would turn every other one.
  if (tag === 'base') return JSON.stringify(attributes) === '{"target":"_blank"}' ? [] : ['a base'];
  if (tag !== 'script') return [];
  if (isPage && isData(attributes, text)) return [];
  const ours = isPage && text.trim() === '' && /^\/_assets\/[\w.-]+$/.test(attributes['src'] ?? '');
  return ours ? [] : [`a script: ${attributes['src'] ?? text}`];
}

/** For search engines; no browser runs it. Within it nothing is markup, whatever it says. */
const isData = (attributes: Record<string, string>, text: string): boolean =>
  JSON.stringify(attributes) === '{"type":"application/ld+json"}' && !text.includes('<') && isJson(text);

const addresses = [
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'srcset',
  'ping',
  'background',
  'xlink:href',
];

/** A path of ours, or one of the few kinds of address that do nothing by themselves. */
const harmlessAddress = /^(?:\/(?!\/)|[#?]|https?:\/\/|mailto:|tel:|sms:|$)/;

function harmOfAttribute({ tag, attributes }: PageElement, name: string, isPage: boolean): string[] {
  const value = attributes[name] ?? '';
  const at = `${name}="${value}" on <${tag}>`;
  if (name.includes(mark)) return [`an attribute: ${at}`];
  if (name.startsWith('on')) return [`a handler: ${at}`];
  if (name === 'style' && isPage) return [`a style: ${at}`];
  if (name === 'srcdoc') return [`a document: ${at}`];
  if (!addresses.includes(name)) return [];
  if (!harmlessAddress.test(value)) return [`an address: ${at}`];
  // A link to elsewhere is never made of what somebody typed.
  return /^https?:/.test(value) && value.includes(mark) ? [`somebody’s own address: ${at}`] : [];
}

/** What an answer does that it must not, whatever was sent; its body is read. @param at where the site is */
export async function harmOf(answer: Response, at: string): Promise<string[]> {
  const { status, headers } = answer;
  const policy = headers.get('Content-Security-Policy') ?? '';
  const isPage = !headers.has('Content-Disposition') && !policy.includes("style-src 'unsafe-inline'");
  const type = headers.get('Content-Type') ?? '';
  const body = await answer.text();
  const location = headers.get('Location') ?? '/';
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(new RegExp(`^(?:${RegExp.escape(at)})?/(?![/\\\\])[\\x21-\\x7e]*$`).test(location)
      ? []
      : [`the way to ${location}`]),
    ...[...headers].flatMap(([name, value]) =>
      name.includes(mark) || (name !== 'location' && value.includes(mark)) ? [`a header ${name}: ${value}`] : [],
    ),
    ...(body === '' || headers.get('X-Content-Type-Options') === 'nosniff'
      ? []
      : [`a body whose type is guessed: ${status} ${body}`]),
    ...(type.startsWith('text/html') ? harmIn(body, { isPage }) : []),
    ...(/\bjson\b/.test(type) && body !== '' && !isJson(body) ? ['JSON that is none'] : []),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
