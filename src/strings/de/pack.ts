/** The document that a petition is handed over with. */
export const pack = {
  kind: 'Petition',
  to: (addressee: string) => `Gerichtet an: ${addressee}`,
  by: (publisher: string) => `Übergeben von ${publisher}`,
  asOf: (time: string) => `Stand: ${time} UTC`,
  signatures: (count: string) => `${count} bestätigte Unterschriften`,
  and: (places: string) => `Und getrennt gezählt: ${places}.`,
  paper: (count: string) => `${count} auf Papier`,
  import: (count: string) => `${count} anderswo gesammelt`,
  text: 'Der unterzeichnete Text',
  texts: 'Die unterzeichneten Texte',
  version: (language: string, day: string, count: string) => `${language}, ab ${day}: ${count} Unterschriften`,
  fingerprint: (sha256: string) => `SHA-256 dieses Textes: ${sha256}`,
  countries: 'Unterschriften nach Land',
  removedOn: (count: string, day: string) => `${count} am ${day}:`,
  undone: (day: string) => `Am ${day} wieder aufgenommen.`,
  publicNames: 'Unterzeichnende, die genannt werden wollen',
  publicNamesLead:
    'In der Reihenfolge, in der sie unterzeichnet haben. Alle anderen haben unter der Voraussetzung unterzeichnet, dass ihr Name nicht öffentlich gezeigt wird.',
  noPublicNames: 'Niemand wollte genannt werden.',
  allNames: 'Alle, die unterzeichnet haben',
  allNamesLead:
    'Vertraulich, nur für die, an die sich die Petition richtet: Die meisten dieser Menschen haben nicht zugestimmt, öffentlich genannt zu werden. Name, Land, Postleitzahl.',
  inAll: (count: string) => `Insgesamt ${count} Namen.`,
};
