import { countries } from '../strings/countries.ts';
import { columnsOf, type Columns, type CsvField } from './csv-columns.ts';
import { readCsvDay } from './csv-day.ts';
import { readCsv, type CsvRow, type CsvTable } from './csv.ts';
import { readCountry } from './directory-country.ts';
import {
  unreadable,
  type DirectoryFile,
  type ReadDirectory,
  type ReadingOptions,
  type Unreadable,
} from './directory-file.ts';
import { nothingSaid, readDirectory, type DirectoryMeta } from './directory-meta.ts';
import { termColumns, termTitle } from './everypolitician-csv.ts';
import { foundDirectory, type FoundPerson } from './found-persons.ts';
import { collectWarnings, type WarningCollector } from './import-warnings.ts';
import { cleanLine, cleanLines } from './loose-shape.ts';
import { isPlaceholder } from './office-email.ts';

/** Reads a directory from CSV with any header; what a CSV cannot say of itself comes with the options. */
export function readCsvDirectory(file: DirectoryFile, options: ReadingOptions): ReadDirectory | Unreadable {
  const table = readCsv(file.text);
  if ('reason' in table) return unreadable(table.reason);
  const columns = columnsOf(table.header, { ...termColumns(table.header), ...options.columns });
  if ('reason' in columns) return unreadable(columns.reason);
  const warnings = collectWarnings();
  const meta: DirectoryMeta = { ...nothingSaid, title: termTitle(table), ...options.said };
  const directory = readDirectory(meta, file.name, warnings);
  const found = table.rows.map((row) => personOf(row, columns, meta.country, warnings));
  warnOfWidth(table, warnings);
  return foundDirectory(directory, found, options.today, warnings);
}

/** Of one row, whatever is wrong with it. */
function personOf(row: CsvRow, columns: Columns, country: string, warnings: WarningCollector): FoundPerson {
  const place = `Line ${row.line}`;
  const raw = (field: CsvField): string => row.cells[columns[field] ?? -1] ?? '';
  const cell = (field: CsvField): string => cleanLine(raw(field));
  const known = (field: CsvField): string => (isPlaceholder(cell(field)) ? '' : cell(field));
  const dayOf = (field: 'start' | 'end'): string => {
    const day = readCsvDay(known(field), field);
    if (day === undefined)
      warnings.add('date', `${place}: the ${field}, “${cell(field)}”, can be no date or several; left out.`);
    return day ?? '';
  };
  // Without ids of their own, areas are known by their names.
  const areaId = known('area-id') || known('area');
  return {
    place,
    id: known('id'),
    name: nameOf(cell('name'), cell('given-name'), cell('family-name')),
    role: known('role'),
    party: known('party'),
    areaId,
    areaName: known('area'),
    country: countryOf(known('country'), areaId, country, place, warnings),
    emails: [cleanLines(raw('email'))],
    phone: cell('phone'),
    contactForm: cell('contact-form'),
    address: cell('address'),
    startsOn: dayOf('start'),
    endsOn: dayOf('end'),
    timeZone: cell('time-zone'),
  };
}

/** Beside a column of given names, "Name" is the family's. */
const nameOf = (name: string, given: string, family: string): string => {
  if (name !== '' && (given === '' || family !== '' || name.includes(given))) return name;
  return [given, family || name].filter((word) => word !== '').join(' ');
};

function countryOf(cell: string, areaId: string, ofFile: string, place: string, warnings: WarningCollector): string {
  const code = codeByName.get(cell.toLowerCase()) ?? cell;
  const country = readCountry(areaId, [{ scheme: 'ISO 3166-1', identifier: code }], ofFile);
  if (country === '' && cell !== '')
    warnings.add('country', `${place}: “${cell}” is not known as a country; write its code, such as FR.`);
  return country;
}

const codeByName = new Map(countries('en').map(({ value, label }) => [label.toLowerCase(), value]));

function warnOfWidth({ header, rows }: CsvTable, warnings: WarningCollector): void {
  for (const { line, cells } of rows)
    if (cells.slice(header.length).some((cell) => cell.trim() !== ''))
      warnings.add('row of another width', `Line ${line} has more cells than there are columns: is a quote missing?`);
}
