import type { Representative } from '../domain/directory.ts';
import { readContactForm, readEmail, readPlain } from './directory-contact.ts';
import type { WarningCollector } from './import-warnings.ts';
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
  return {
    email: readEmail([person.email, ...all('email')], person, warnings),
    phone: readPlain(all('phone', 'voice')),
    contactForm: readContactForm(readPlain(all('contact_form')), person, warnings),
    address: readPlain(all('address')),
  };
}

/** Popolo's types as people spell them: "E-mail", "contact form". */
const typeName = (type: string): string => type.toLowerCase().replace('e-mail', 'email').replaceAll(/[ -]/g, '_');
