import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

export interface PageElement {
  tag: string;
  attributes: Record<string, string>;
  /** All text in it. */
  text: string;
}

/** A form as a page has it: where it goes, and by name what its fields offer. */
export interface PageForm {
  method: 'GET' | 'POST';
  action: string;
  fields: Map<string, string[]>;
}

/** Every element that a browser makes of a page, by the rules that browsers follow (HTML Standard, 13.2). */
export function elementsOf(html: string): PageElement[] {
  return [...walk(parse(html))].map(({ element }) => ({
    tag: element.tagName,
    attributes: attributesOf(element),
    text: textOf(element),
  }));
}

/** What somebody reads on a page. */
export const textOn = (html: string): string => textOf(parse(html));

/** A page's forms, with the buttons elsewhere that belong to them. @param at the page's own path */
export function formsOf(html: string, at: string): PageForm[] {
  const forms = new Map<string, PageForm>();
  const byId = new Map<string, string>();
  const formFor = (action: string, method: string): PageForm => {
    const form = forms.get(`${method} ${action}`) ?? {
      action,
      method: method.toUpperCase() === 'POST' ? ('POST' as const) : ('GET' as const),
      fields: new Map<string, string[]>(),
    };
    forms.set(`${method} ${action}`, form);
    return form;
  };
  const all = [...walk(parse(html))].map(({ element, form }) => ({
    tag: element.tagName,
    attributes: attributesOf(element),
    options: [...walk(element)].map((inner) => attributesOf(inner.element)['value'] ?? ''),
    form: form === undefined ? undefined : attributesOf(form),
  }));
  const keyOf = (attributes: Record<string, string>): [string, string] => [
    attributes['action'] ?? at,
    attributes['method'] ?? 'get',
  ];
  for (const { tag, attributes } of all) {
    if (tag !== 'form') continue;
    formFor(...keyOf(attributes));
    if (attributes['id'] !== undefined) byId.set(attributes['id'], JSON.stringify(keyOf(attributes)));
  }
  for (const { tag, attributes, options, form } of all) {
    const { name } = attributes;
    if (name === undefined || !['input', 'select', 'textarea', 'button'].includes(tag)) continue;
    const owner = attributes['form'] === undefined ? undefined : byId.get(attributes['form']);
    const [action, method] = owner === undefined ? keyOf(form ?? {}) : (JSON.parse(owner) as [string, string]);
    const { fields } = formFor(attributes['formaction'] ?? action, attributes['formmethod'] ?? method);
    const offered = tag === 'select' ? options : [attributes['value'] ?? ''];
    fields.set(name, [...(fields.get(name) ?? []), ...offered.filter((value) => value !== '')]);
  }
  return [...forms.values()];
}

function* walk(
  node: Node,
  form?: DefaultTreeAdapterMap['element'],
): Generator<{ element: DefaultTreeAdapterMap['element']; form: DefaultTreeAdapterMap['element'] | undefined }> {
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) {
    if (!('tagName' in child)) continue;
    yield { element: child, form };
    yield* walk(child, child.tagName === 'form' ? child : form);
  }
}

const attributesOf = ({ attrs }: DefaultTreeAdapterMap['element']): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]));

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join('');
}
