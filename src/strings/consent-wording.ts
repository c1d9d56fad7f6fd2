import type { ConsentWording } from '../domain/wording.ts';
import { strings } from './strings.ts';

/** The wording beside the sign form. @param publisher its name */
export function consentWording(publisher: string, locale: string): ConsentWording {
  const { consent } = strings(locale);
  return { statement: consent.statement(publisher), public: consent.public, updates: consent.updates(publisher) };
}
