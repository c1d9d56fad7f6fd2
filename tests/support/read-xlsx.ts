import { inflateRawSync } from 'node:zlib';

export interface ReadSheet {
  name: string;
  rows: (string | number | boolean)[][];
  /** Whether the row of headings stays in sight. */
  frozen: boolean;
}

/** Reads an XLSX file as ECMA-376 has it, and nothing that our writer knows: by the archive's directory, the workbook's list, ST_Xstring. */
export function readXlsx(file: Buffer): { sheets: ReadSheet[]; parts: Map<string, string> } {
  const parts = unzip(file);
  const relations = new Map(
    all(part(parts, 'xl/_rels/workbook.xml.rels'), /<Relationship Id="([^"]*)" Type="[^"]*" Target="([^"]*)"/g).map(
      ([, id, target]) => [id, target],
    ),
  );
  const sheets = all(part(parts, 'xl/workbook.xml'), /<sheet name="([^"]*)" sheetId="\d+" r:id="([^"]*)"/g).map(
    ([, name = '', id]) => readSheet(name, part(parts, `xl/${relations.get(id)}`)),
  );
  return { sheets, parts };
}

function part(parts: Map<string, string>, path: string): string {
  const found = parts.get(path);
  if (found === undefined) throw new Error(`there is no ${path}: ${[...parts.keys()].join(', ')}`);
  return found;
}

function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = file.readUInt32LE(end + 16);
  const parts = new Map<string, string>();
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    parts.set(name, inflateRawSync(file.subarray(data, data + file.readUInt32LE(at + 20))).toString());
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

function readSheet(name: string, xml: string): ReadSheet {
  const rows: ReadSheet['rows'] = [];
  for (const [, number, cells = ''] of all(xml, /<row r="(\d+)">(.*?)<\/row>/gs)) {
    const row: ReadSheet['rows'][number] = [];
    for (const [, column = '', attributes = '', contents = ''] of all(
      cells,
      /<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs,
    )) {
      const at = column.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (row.length < at) row.push('');
      row.push(valueOf(attributes, contents));
    }
    rows[Number(number) - 1] = row;
  }
  return { name, rows, frozen: /<pane [^>]*ySplit="1"[^>]*state="frozen"/.test(xml) };
}

function valueOf(attributes: string, contents: string): string | number | boolean {
  const [, value = ''] = /<v>(.*?)<\/v>/.exec(contents) ?? [];
  if (attributes.includes('t="b"')) return value === '1';
  if (!attributes.includes('t="inlineStr"')) return Number(value);
  const [, text = ''] = /<is><t xml:space="preserve">(.*?)<\/t><\/is>/s.exec(contents) ?? [];
  return (
    text
      // As XML readers do.
      .replace(/\r\n?/g, '\n')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  );
}

const all = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];
