import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirm } from '../../src/campaign/confirm.ts';
import { commands } from '../../src/cli/commands.ts';
import { formulaSafe } from '../../src/domain/csv.ts';
import { strings } from '../../src/strings/strings.ts';
import { aContext, type TestContext } from '../support/a-context.ts';
import { aDirectory, deliver, mailbox } from '../support/a-delivery.ts';
import { hostileSignatures, storeSigned } from '../support/hostile-signatures.ts';
import { aLetter, typed } from '../support/a-signature.ts';
import { writeLetter } from '../../src/campaign/write-letter.ts';
import { linkIn } from '../support/a-server.ts';
import { parseCsv } from '../support/parse-csv.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { runCommand } from '../support/run-command.ts';

/** What OWASP says a spreadsheet runs, after each thing that one may overlook in front of it. */
const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'].flatMap((sign) =>
  ['', ' ', '\u3000', '\u00A0', '\uFEFF', '\u200B', '\n', ' \u2060'].map((before) => `${before}${sign}1+1`),
);
const people = [
  ...hostileSignatures(40),
  ...starts.map((start, at) =>
    typed({ name: `${start} x`, comment: start, postcode: `=${at}`, email: `start${at}@example.org`, updates: true }),
  ),
];

let context: TestContext;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-kit-safe-'));
  context = await aContext();
  await storeSigned(context, context.socialCredit, people);
  await aDirectory(context);
  await context.store.write((writing) => writing.db.updateTable('representatives').set({ name: '=Ada' }).execute());
  const found = await context.store.read.selectFrom('representatives').select('id').execute();
  for (const name of ['=Wanda', '＋Wanda']) {
    const { subject = '', body = '' } = aLetter('');
    const email = `${name.codePointAt(0)}@example.org`;
    const input = {
      name,
      email,
      country: 'GB',
      postcode: '-1',
      subject,
      body,
      representatives: found.map(({ id }) => id),
    };
    await writeLetter(context, context.socialCredit, 'en', { real: false }, input);
    await deliver(context);
    const mail = (await mailbox(context)).find(({ to }) => to === email)!;
    await confirm(context, linkIn(mail).slice('/confirm/'.length));
  }
});
afterAll(async () => {
  await context.remove();
  rmSync(folder, { recursive: true });
});

const exported = async (...args: string[]): Promise<string> => {
  const { code, stdout } = await runCommand(context.config.dataDir, 'export', 'social-credit', ...args);
  expect(code).toBe(0);
  return stdout;
};

/** Without our own rule: the first thing that can be seen. */
const runs = (cell: string): boolean => {
  const seen = cell.replace(/^[\s\p{Cf}]+/u, '').normalize('NFKC');
  return /^[\t\r\n]/.test(cell) || /^[=+\-@]/.test(seen);
};

test.each([
  ['csv', ['--fields', 'all']],
  ['action-network', []],
  ['mailchimp', []],
  ['civicrm', []],
  ['csv', ['--letters']],
])(
  'A spreadsheet runs cells that start with = + - @, tab, CR, and full-width or space-led forms of them: in %s %j there is none',
  async (format, more) => {
    const [head, ...rows] = parseCsv(await exported('--format', format, ...more));
    expect(rows.length).toBeGreaterThanOrEqual(more[0] === '--letters' ? 2 : starts.length);
    expect([head, ...rows].flat().filter((cell) => cell!.length > 0 && runs(cell!))).toEqual([]);
    expect(rows.flat().some((cell) => cell.startsWith(`'=`))).toBe(true);
  },
);

test('Lossless JSON Lines and XLSX string cells are the safe exports; spreadsheet CSV is prefixed and says so', async () => {
  const fields = ['name', 'email', 'postcode', 'comment'] as const;
  const asked = ['--fields', fields.join(',')];
  const asTyped = people.map((person) => fields.map((field) => person[field]));
  const lines = (await exported('--format', 'jsonl', ...asked)).trimEnd().split('\n');
  const objects = lines.map((line) => JSON.parse(line) as Record<string, string>);
  expect(objects.map((row) => fields.map((field) => row[field]))).toEqual(asTyped);

  const out = join(folder, 'all.xlsx');
  await exported('--format', 'xlsx', ...asked, '--out', out);
  const { sheets, parts } = readXlsx(readFileSync(out));
  expect(sheets[0]?.rows.slice(1).map((row) => fields.map((_, at) => row[at] ?? ''))).toEqual(asTyped);
  const cells = parts.get('xl/worksheets/sheet1.xml')?.match(/<c [^>]*>/g) ?? [];
  expect(cells.length).toBeGreaterThan(people.length);
  expect(cells.filter((cell) => !cell.includes('t="inlineStr"'))).toEqual([]);
  for (const xml of parts.values()) expect(xml).not.toMatch(/<f[ >]/);

  const [, ...rows] = parseCsv(await exported('--format', 'csv', ...asked));
  expect(rows).toEqual(asTyped.map((row) => row.map(formulaSafe)));
  expect(commands.export?.help).toMatch(/CSV has an apostrophe\s+before what a spreadsheet would run/);
  expect(strings('en').organize.browserExport.formatHint).toContain(
    'CSV has an apostrophe before what a spreadsheet would run',
  );
});
