/** The document that a petition is handed over with. */
export const pack = {
  kind: 'Pétition',
  to: (addressee: string) => `Adressée à : ${addressee}`,
  by: (publisher: string) => `Remise par ${publisher}`,
  asOf: (time: string) => `État au ${time} UTC`,
  signatures: (count: string) => `Signatures confirmées : ${count}`,
  and: (places: string) => `Et comptées à part : ${places}.`,
  paper: (count: string) => `${count} sur papier`,
  import: (count: string) => `${count} d’autre provenance`,
  text: 'Le texte signé',
  texts: 'Les textes signés',
  version: (language: string, day: string, count: string) => `${language}, à partir du ${day} (signatures : ${count})`,
  fingerprint: (sha256: string) => `SHA-256 de ce texte : ${sha256}`,
  countries: 'Signatures par pays',
  removedOn: (count: string, day: string) => `${count} le ${day} :`,
  undone: (day: string) => `Exclusion annulée le ${day}.`,
  publicNames: 'Signataires qui ont choisi que leur nom soit publié',
  publicNamesLead:
    'Dans l’ordre des signatures. Toutes les autres personnes ont signé, étant entendu que leur nom ne serait pas affiché publiquement.',
  noPublicNames: 'Personne n’a choisi que son nom soit publié.',
  allNames: 'Toutes les personnes qui ont signé',
  allNamesLead:
    'Confidentiel, réservé aux destinataires de la pétition : la plupart de ces personnes n’ont pas accepté que leur nom soit rendu public. Nom, pays, code postal.',
  inAll: (count: string) => `Noms en tout : ${count}.`,
};
