/** The path of a sheet in the workbook's archive. @param number from 1 */
export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

/**
 * What an XLSX file has beside its sheets (ECMA-376 parts 1 and 2): by path. No formula, no date of its own, no author.
 * @param sheets how many
 * @param title of each sheet, of letters; the second is called like `Signatures 2`
 */
export function workbookParts(sheets: number, title: string): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  return {
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbers
        .map(
          (number) =>
            `<sheet name="${title}${number > 1 ? ` ${number}` : ''}" sheetId="${number}" r:id="sheet${number}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packageRelations}">${numbers
        .map((number) => relation(`sheet${number}`, 'worksheet', `worksheets/sheet${number}.xml`))
        .join('')}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/styles.xml': styles,
    '_rels/.rels': xml(
      `<Relationships xmlns="${packageRelations}">${relation('workbook', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${contentType('/xl/workbook.xml', 'sheet.main')}${contentType('/xl/styles.xml', 'styles')}${numbers
        .map((number) => contentType(`/${sheetPath(number)}`, 'worksheet'))
        .join('')}</Types>`,
    ),
  };
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}\n`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;

const contentType = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

/** Cell formats in the order of sheet.ts: plain, text (the built-in format 49, “@”), and the bold text of headings. */
const styles = xml(
  `<styleSheet xmlns="${main}">` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
    '</styleSheet>',
);
