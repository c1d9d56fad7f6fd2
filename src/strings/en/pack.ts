import { plural } from '../plural.ts';

/** The document that a petition is handed over with. `number` is what `count` shows, for plurals. */
export const pack = {
  kind: 'Petition',
  to: (addressee: string) => `To ${addressee}`,
  by: (publisher: string) => `Handed over by ${publisher}`,
  asOf: (time: string) => `As of ${time} UTC`,
  signatures: (count: string, number: number) =>
    `${count} ${plural('en', number, { one: 'confirmed signature', other: 'confirmed signatures' })}`,
  and: (places: string) => `And counted separately: ${places}.`,
  paper: (count: string, _number: number) => `${count} on paper`,
  import: (count: string, _number: number) => `${count} gathered elsewhere`,
  text: 'The text that was signed',
  texts: 'The texts that were signed',
  version: (language: string, day: string, count: string, number: number) =>
    `${language}, from ${day}: ${count} ${plural('en', number, { one: 'signature', other: 'signatures' })}`,
  fingerprint: (sha256: string) => `SHA-256 of this text: ${sha256}`,
  countries: 'Signatures by country',
  removedOn: (count: string, day: string, _number: number) => `${count} on ${day}:`,
  undone: (day: string) => `Put back on ${day}.`,
  publicNames: 'Signers who chose to be named',
  publicNamesLead:
    'In the order in which they signed. Everybody else signed on the understanding that their name is not shown in public.',
  noPublicNames: 'Nobody chose to be named.',
  allNames: 'Everybody who signed',
  allNamesLead:
    'In confidence, for whom the petition is addressed to alone: most of these people did not agree to be named in public. Name, country, postcode.',
  inAll: (count: string, number: number) => `${count} ${plural('en', number, { one: 'name', other: 'names' })} in all.`,
};
