/** Markup that needs no escaping any more. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** Markup with whatever is put into it escaped, for text and for quoted attributes; only what came from here stays as it is. */
export const markup = (texts: TemplateStringsArray, ...parts: Part[]): Markup => ({
  html: texts.map((text, at) => text + (at < parts.length ? htmlOf(parts[at] ?? '') : '')).join(''),
});

function htmlOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
