/** The document that a petition is handed over with. */
export const pack = {
  kind: 'Petición',
  to: (addressee: string) => `Dirigida a: ${addressee}`,
  by: (publisher: string) => `Entregada por ${publisher}`,
  asOf: (time: string) => `Situación: ${time} UTC`,
  signatures: (count: string) => `Firmas confirmadas: ${count}`,
  and: (places: string) => `Y contadas aparte: ${places}.`,
  paper: (count: string) => `${count} en papel`,
  import: (count: string) => `${count} de otra procedencia`,
  text: 'El texto que se firmó',
  texts: 'Los textos que se firmaron',
  version: (language: string, day: string, count: string) => `${language}, desde el ${day} (firmas: ${count})`,
  fingerprint: (sha256: string) => `SHA-256 de este texto: ${sha256}`,
  countries: 'Firmas por país',
  removedOn: (count: string, day: string) => `${count} el ${day}:`,
  undone: (day: string) => `Exclusión anulada el ${day}.`,
  publicNames: 'Firmantes que eligieron que se publicara su nombre',
  publicNamesLead:
    'En el orden en que firmaron. Las demás personas firmaron dando por entendido que su nombre no se mostraría en público.',
  noPublicNames: 'Nadie eligió que se publicara su nombre.',
  allNames: 'Todas las personas que firmaron',
  allNamesLead:
    'Confidencial, solo para quien recibe la petición: la mayoría de estas personas no aceptó que su nombre se hiciera público. Nombre, país, código postal.',
  inAll: (count: string) => `Nombres en total: ${count}.`,
};
