import { textOf, type ExportedValue } from './export-line.ts';

/** ECMA-376 and Excel's own limits of a sheet and of a cell's text, the latter in UTF-16 units. */
export const mostSheetRows = 1_048_576;
export const mostCellCharacters = 32_767;

/** Before the first row: the headings stay in sight. */
export const sheetHead =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><sheetData>\n';

export const sheetFoot = '</sheetData></worksheet>\n';

/** How cells are formatted; `styles` in workbook.ts has them in this order. */
const textStyle = 1;
const headingStyle = 2;

/**
 * One row of a sheet. Text is a string cell and never a formula, in the format “text”, so that it stays what it is when somebody edits
 * the cell. @param number from 1
 */
export function sheetRow(number: number, cells: readonly ExportedValue[], isHeading = false): string {
  let row = `<row r="${number}">`;
  for (let at = 0; at < cells.length; at += 1) {
    const value = cells[at] ?? '';
    if (value !== '') row += cell(`${columnName(at)}${number}`, value, isHeading ? headingStyle : textStyle);
  }
  return `${row}</row>\n`;
}

function cell(place: string, value: ExportedValue, style: number): string {
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(textOf(value))}</t></is></c>`;
}

/** Whether a cell cannot hold all of it. */
export const isTooLong = (value: ExportedValue): boolean => textOf(value).length > mostCellCharacters;

/** `A` for 0, `AA` for 26. */
export const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCodePoint(65 + (at % 26));

/**
 * Text for a `t` element, as ST_Xstring has it (ECMA-376 part 1, 22.9.2.19): what XML 1.0 cannot hold, and a carriage return, which XML
 * readers would change, as `_xHHHH_`; what looks like such an escape with its first underscore escaped. Half a surrogate pair is no
 * character and becomes U+FFFD.
 */
export function cellText(text: string): string {
  const whole = text.length > mostCellCharacters ? text.slice(0, mostCellCharacters) : text;
  // Most of what people type needs none of this.
  if (!perilous.test(whole)) return whole;
  return whole
    .toWellFormed()
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(notInXml, (character) => `_x${hex(character)}_`)
    .replace(/[&<>]/g, (character) => entities[character] ?? '');
}

// oxlint-disable-next-line no-control-regex -- these are what it is about
const notInXml = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
// oxlint-disable-next-line no-control-regex -- likewise
const perilous = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF&<>]|_x/;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
