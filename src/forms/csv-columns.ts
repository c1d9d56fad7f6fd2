import { columnsByName, listedColumns } from './csv-header.ts';

/** What a column can hold, as `--map` calls it, and the names by which headers call that; the surest first. */
const names = {
  id: 'id, person id, member id, mp id, identifier, uuid, wikidata, wikidata id, bioguide id',
  name: 'full name, name, display name, display as, member name, name of member, representative name, member, representative, mp, vollstandiger name, nom complet, nom, nombre, nombre completo, nome, naam, 氏名, 議員氏名, 姓名, 이름',
  'given-name': 'given name, first name, firstname, forename, given names, vorname, prenom, nombres, voornaam',
  'family-name':
    'family name, last name, lastname, surname, nachname, familienname, nom de famille, apellido, apellidos, achternaam',
  email:
    'email, e mail, email address, e mail address, member email, official email, mail, courriel, adresse email, adresse e mail, e mail adresse, correo, correo electronico, 電子郵件, 이메일',
  phone: 'phone, telephone, phone number, tel, voice, telefon, téléphone, telephone number, telefono, telefoon',
  party:
    'party, party name, party text, political party, most recent party, group, political group, caucus, partei, fraktion, parti, groupe, groupe politique, partido, 会派, 政黨, 정당',
  area: 'area, area name, constituency, constituency name, pcon name, riding, electorate, electoral district, district, division, ward, wahlkreis, circonscription, distrito, circunscripcion, 選挙区, 選區, 선거구',
  'area-id':
    'area id, area code, constituency id, constituency code, pcon code, riding id, district id, division id, ocd id, ocd division, ocd division id, gss code, ons code',
  role: 'role, position, post, job title, funktion, fonction, cargo',
  country: 'country code, country, land, pays, pais',
  'contact-form':
    'contact form, contact form url, form, webform, contact url, contact page, kontaktformular, formulaire, formulaire de contact',
  address:
    'address, postal address, office address, mailing address, anschrift, postanschrift, adresse, adresse postale, direccion',
  start: 'start, start date, from, since, term start, date of election, elected on, von, seit, debut',
  end: 'end, end date, until, term end, term expires, end of term, date ceased to be a member, bis, fin, 任期満了',
  'time-zone': 'time zone, timezone, tz, zeitzone, fuseau horaire',
} as const;

export type CsvField = keyof typeof names;
export type ColumnMap = Partial<Record<CsvField, string>>;

export const csvFields = Object.keys(names) as CsvField[];

/** Where each field stands in a row. */
export type Columns = Partial<Record<CsvField, number>>;

/** Finds the columns by their header. @returns a sentence where a column of the map is not there, or none is a name */
export function columnsOf(header: readonly string[], map: ColumnMap): Columns | { reason: string } {
  const found: Columns | { reason: string } = columnsByName(header, names, map);
  if ('reason' in found) return found;
  if (found.name === undefined && found['given-name'] === undefined && found['family-name'] === undefined)
    return {
      reason: `No column is called a name: say which one is, as in --map name="Member". ${listedColumns(header)}`,
    };
  return found;
}
