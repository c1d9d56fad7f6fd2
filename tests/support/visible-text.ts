/** One piece of what people see or hear of a page. */
export interface VisibleText {
  text: string;
  /** Of the element that it stands in. */
  lang: string;
}

const spokenAttributes = ['aria-label', 'placeholder', 'alt', 'title', 'content', 'data-says', 'data-copied'];
const empty = new Set([
  'area',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'path',
  'rect',
  'circle',
  'use',
  'stop',
]);
const silent = new Set(['script', 'style', 'svg']);

/** All text of a page, and those attributes that are shown or read out. For HTML that is written out in full, as Astro's and MJML's. */
export function visibleText(html: string): VisibleText[] {
  const found: VisibleText[] = [];
  const open: { name: string; lang: string }[] = [];
  const lang = (): string => open.at(-1)?.lang ?? '';
  const isSilent = (): boolean => open.some(({ name }) => silent.has(name));
  for (const [piece, , close, name = '', attributes = ''] of html.matchAll(pieces)) {
    if (close !== undefined && name !== '') {
      const at = open.findLastIndex((one) => one.name === name.toLowerCase());
      if (at !== -1) open.length = at;
    } else if (name !== '') {
      const own = /(?:^|\s)lang="([^"]*)"/.exec(attributes)?.[1] ?? lang();
      for (const [, attribute = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g))
        if (spokenAttributes.includes(attribute) && !isMachines(attributes))
          found.push({ text: decoded(value), lang: own });
      if (!empty.has(name.toLowerCase()) && !piece.endsWith('/>')) open.push({ name: name.toLowerCase(), lang: own });
    } else if (!isSilent() && piece.trim() !== '' && !piece.startsWith('<!'))
      found.push({ text: decoded(piece).trim(), lang: lang() });
  }
  return found;
}

const pieces = /<!--[\s\S]*?-->|<![^>]*>|(<(\/)?([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>)|[^<]+/g;

/** Of the head's `meta` only what search engines and previews show. */
const isMachines = (attributes: string): boolean =>
  /http-equiv|charset|name="(?:viewport|color-scheme|supported-color-schemes|robots|twitter:card)"|property="og:(?:url|type|locale|image(?::(?:type|width|height))?)"/.test(
    attributes,
  );

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#39': "'",
  nbsp: '\u00A0',
};

const decoded = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
