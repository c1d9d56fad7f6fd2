import type { WarningCollector } from './import-warnings.ts';
import { isPlaceholder, readOfficeEmail, type OfficeEmail } from './office-email.ts';

/** Whom a warning is about. */
interface Who {
  id: string;
  name: string;
}

/** The first usable e-mail address of a person's cells, or ''; whatever else stood there becomes a warning. */
export function readEmail(cells: readonly string[], who: Who, warnings: WarningCollector): string {
  let placeholders = 0;
  for (const cell of cells) {
    const { email, fault } = readOfficeEmail(cell);
    if (fault === 'placeholder') placeholders += 1;
    else if (fault !== undefined) warnings.add(...emailWarning(fault, cell, who));
    if (email !== '') return email;
  }
  if (placeholders > 0) warnings.tally('A placeholder instead of an e-mail address, imported without one');
  return '';
}

type Fault = Exclude<OfficeEmail['fault'], 'placeholder' | undefined>;

function emailWarning(fault: Fault, cell: string, who: Who): [string, string, string] {
  const shown = cell.length > 80 ? `${cell.slice(0, 80)}…` : cell.replaceAll('\n', ' ');
  return [kinds[fault], `${who.name}: “${shown}” ${sentences[fault]}`, who.id];
}

const kinds: Record<Fault, string> = {
  obfuscated: 'obfuscated e-mail address',
  'run-together': 'e-mail addresses run together',
  malformed: 'broken e-mail address',
  several: 'several e-mail addresses for one person',
};

const sentences: Record<Fault, string> = {
  obfuscated: 'is written so that machines cannot read it; imported without an address.',
  'run-together': 'looks like two e-mail addresses run together; imported without an address.',
  malformed: 'is not an e-mail address; imported without one.',
  several: 'holds several e-mail addresses; the first valid one is used.',
};

/** Only http(s): the value becomes a link, and `javascript:` would run on our page. */
export function readContactForm(value: string, who: Who, warnings: WarningCollector): string {
  if (isPlaceholder(value)) return '';
  const url = URL.parse(value);
  if (url !== null && /^https?:$/.test(url.protocol)) return value;
  const message = `${who.name}: the contact form “${value.slice(0, 80)}” is not a web address; left out.`;
  warnings.add('contact form that is not a web address', message, who.id);
  return '';
}

/** A phone number, an address: as it stands, unless it only says that there is none. */
export const readPlain = (values: readonly string[]): string => values.find((value) => !isPlaceholder(value)) ?? '';
