import { columnsByName, listedColumns } from './csv-header.ts';

/** What a column can hold, as `--map` calls it, and the names by which headers call that; the surest first. */
const names = {
  name: 'full name, name, display name, signer, vollstandiger name, nom complet, nombre completo, 姓名, 氏名, 이름',
  'given-name': 'given name, first name, firstname, forename, vorname, prenom, nombre, voornaam',
  'family-name':
    'family name, last name, lastname, surname, nachname, familienname, nom de famille, nom, apellidos, achternaam',
  email: 'email, e mail, email address, e mail address, mail, e mail adresse, courriel, correo electronico',
  country: 'country code, country, land, pays, pais',
  postcode: 'postcode, post code, postal code, zip, zip code, plz, postleitzahl, code postal, codigo postal',
  comment: 'comment, comments, reason, kommentar, commentaire, comentario',
  'signed-on': 'signed on, signed at, signed, date signed, date, created at, timestamp, datum, fecha',
  public: 'public, show name, show my name, display signature, offentlich',
  updates: 'updates, news, newsletter, opt in, email opt in, subscribe',
} as const;

export type SignatureField = keyof typeof names;
export type SignatureColumnMap = Partial<Record<SignatureField, string>>;

export const signatureFields = Object.keys(names) as SignatureField[];

/** Finds the columns of a file of signatures. @returns a sentence where a column of the map is not there, or none is a name */
export function signatureColumns(
  header: readonly string[],
  map: SignatureColumnMap,
): Partial<Record<SignatureField, number>> | { reason: string } {
  const found: Partial<Record<SignatureField, number>> | { reason: string } = columnsByName(header, names, map);
  if ('reason' in found) return found;
  if (found.name === undefined && found['given-name'] === undefined && found['family-name'] === undefined)
    return {
      reason: `No column is called a name: say which one is, as in --map name="Signer". ${listedColumns(header)}`,
    };
  return found;
}
