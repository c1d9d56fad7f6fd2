import type { Representative } from '../domain/directory.ts';
import type { WarningCollector } from './import-warnings.ts';
import { isPlaceholder, readOfficeEmail, type OfficeEmail } from './office-email.ts';
import type { PopoloContactDetail, PopoloPerson } from './popolo-shape.ts';

type Contact = Pick<Representative, 'email' | 'phone' | 'contactForm' | 'address'>;

/** How a person can be reached: their own details first, then those of their post. */
export function readContact(
  person: PopoloPerson,
  ofPost: readonly PopoloContactDetail[],
  warnings: WarningCollector,
): Contact {
  const details = [...person.contact_details, ...ofPost];
  const all = (...types: string[]) =>
    details.filter(({ type }) => types.includes(typeName(type))).map(({ value }) => value);
  const first = (...types: string[]) => all(...types).find((value) => !isPlaceholder(value)) ?? '';
  return {
    email: firstEmail([person.email, ...all('email')], person, warnings),
    phone: first('phone', 'voice'),
    contactForm: webAddress(first('contact_form'), person, warnings),
    address: first('address'),
  };
}

/** Popolo's types as people spell them: "E-mail", "contact form". */
const typeName = (type: string): string => type.toLowerCase().replace('e-mail', 'email').replaceAll(/[ -]/g, '_');

function firstEmail(cells: string[], person: PopoloPerson, warnings: WarningCollector): string {
  let placeholders = 0;
  for (const cell of cells) {
    const { email, fault } = readOfficeEmail(cell);
    if (fault === 'placeholder') placeholders += 1;
    else if (fault !== undefined) warnings.add(...emailWarning(fault, cell, person));
    if (email !== '') return email;
  }
  if (placeholders > 0) warnings.tally('A placeholder instead of an e-mail address, imported without one');
  return '';
}

type Fault = Exclude<OfficeEmail['fault'], 'placeholder' | undefined>;

function emailWarning(fault: Fault, cell: string, person: PopoloPerson): [string, string, string] {
  const shown = cell.length > 80 ? `${cell.slice(0, 80)}…` : cell.replaceAll('\n', ' ');
  return [kinds[fault], `${person.name}: “${shown}” ${sentences[fault]}`, person.id];
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
function webAddress(value: string, person: PopoloPerson, warnings: WarningCollector): string {
  if (value === '') return '';
  const url = URL.parse(value);
  if (url !== null && /^https?:$/.test(url.protocol)) return value;
  const message = `${person.name}: the contact form “${value.slice(0, 80)}” is not a web address; left out.`;
  warnings.add('contact form that is not a web address', message, person.id);
  return '';
}
