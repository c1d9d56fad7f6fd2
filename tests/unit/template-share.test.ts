import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { personalise } from '../../src/domain/letter.ts';
import { isMostlyTemplate, templateShare, templateTenths } from '../../src/domain/template-share.ts';

const ask =
  'I am writing to ask for your attention to registers that join up what authorities know about a person or a firm.';
const reason =
  'A single score has not come about, but blacklists kept many people from plane and train tickets that year.';
const wish =
  'Please ask in public for the rules, the data and the ways of appeal, and support reporters who cover them.';
const template = `Dear {{ representative }},\n\n${ask}\n\n${reason}\n\n${wish}\n\nYours sincerely,\n{{ name }}`;
const ownParagraph =
  'My sister runs the bakery on Mill Lane. Last winter the bank turned her down for a loan, and nobody could tell her which list she was on or how to get off it.';

/** Paragraphs of random words from one alphabet; two alphabets have nothing in common. */
const paragraphs = (letters: string, count = { minLength: 1, maxLength: 6 }) => {
  const word = string({ unit: constantFrom(...letters.split('')), minLength: 2, maxLength: 9 });
  const paragraph = array(word, { minLength: 50, maxLength: 80 }).map((words) => words.join(' '));
  return array(paragraph, count);
};
const joined = (parts: string[]): string => parts.join('\n\n');

test('an untouched template is all the template’s, with the names filled in or not', () => {
  const filled = personalise(template, { representative: 'Ada Example', name: 'Wanda Example' });
  expect(templateShare(template, template)).toBe(1);
  expect(templateShare(filled, template)).toBe(1);
  expect(templateTenths(filled, template)).toBe(10);
  assert(
    property(string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
      expect([0, 1]).toContain(templateShare(text, text));
    }),
  );
  assert(
    property(paragraphs('abcdefgh'), (parts) => {
      expect(templateShare(joined(parts), joined(parts))).toBe(1);
    }),
  );
});

test('a letter in Wanda’s own words is none of the template’s', () => {
  expect(templateShare(`Dear Ada,\n\n${ownParagraph}\n\nYours sincerely,\nWanda`, template)).toBe(0);
  assert(
    property(paragraphs('abcdefgh'), paragraphs('ijklmnop'), (own, given) => {
      expect(templateShare(joined(own), joined(given))).toBe(0);
    }),
  );
});

test('a paragraph of her own lowers it wherever it stands, by about as much as it is long', () => {
  const withOwn = template.replace(reason, `${reason}\n\n${ownParagraph}`);
  expect(templateShare(withOwn, template)).toBeGreaterThan(0.6);
  expect(templateShare(withOwn, template)).toBeLessThan(0.72);
  assert(
    property(paragraphs('abcdefgh', { minLength: 2, maxLength: 6 }), paragraphs('ijklmnop'), (given, own) => {
      const expected = joined(given).length / (joined(given).length + joined(own).length);
      for (let at = 0; at <= given.length; at++) {
        const share = templateShare(joined(given.toSpliced(at, 0, ...own)), joined(given));
        expect(share).toBeLessThan(1);
        expect(Math.abs(share - expected)).toBeLessThan(0.01);
      }
    }),
  );
});

test('the order of paragraphs hardly matters, nor do case, punctuation and line breaks', () => {
  assert(
    property(paragraphs('abcdefgh', { minLength: 2, maxLength: 6 }), (given) => {
      expect(templateShare(joined(given.toReversed()), joined(given))).toBeGreaterThan(0.99);
    }),
  );
  expect(templateShare([ask, reason, wish].join('\r\n').toUpperCase().replaceAll(',', ' – '), template)).toBe(1);
  const german = 'Bitte fragen Sie öffentlich nach den Regeln für Züge, Flüge und Grüße.';
  expect(templateShare(german.normalize('NFD'), german)).toBe(1);
});

test('what she leaves out changes nothing', () => {
  expect(templateShare(`Dear Ada,\n\n${wish}\n\nYours sincerely,\nWanda`, template)).toBe(1);
});

test('no text, no template, and the same text twice are safe', () => {
  for (const empty of ['', ' \n ', '…', 'Dear Ada,\n\nYours sincerely,\nWanda', '{{ name }}', '\ud800\0']) {
    expect(templateShare(empty, template)).toBe(0);
    expect(templateShare(template, empty)).toBe(0);
  }
  assert(
    property(string({ unit: 'grapheme', maxLength: 90 }), string({ maxLength: 90 }), (text, given) => {
      const share = templateShare(text, given);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(templateShare(text, given)).toBe(share);
    }),
  );
});

test('a short text is compared by shorter pieces', () => {
  expect(templateShare('Please ask in public for the rules.', template)).toBe(1);
  expect(templateShare('Please mend our bridge.', 'Dear Ada,\nplease mend our bridge.')).toBe(1);
  expect(templateShare('My bridge is broken, help.', template)).toBe(0);
});

test('salutation and sign-off count on neither side, in several languages; a postscript of one’s own does', () => {
  for (const [hello, farewell] of [
    ['Dear Ms Example,', 'Yours sincerely,\nWanda Example\nExampletown'],
    ['Sehr geehrte Frau Beispiel,', 'Mit freundlichen Grüßen\nWanda Beispiel'],
    ['Sayın Ada Example,', 'Saygılarımla\nWanda Example'],
    ['السيدة Ada Example،', 'وتفضلوا بقبول فائق الاحترام\nWanda Example'],
    ['Ada Example 您好：', '順頌時祺\nWanda Example'],
    ['Madame, Monsieur,', 'Cordialement,\nWanda'],
    ['Sayın Ada Example,', 'Saygılarımla\nWanda Example'],
    ['السيدة Ada Example،', 'وتفضلوا بقبول فائق الاحترام\nWanda Example'],
    ['Ada Example 您好：', '順頌時祺\nWanda Example'],
    ['尊敬的议员：', '此致\n敬礼'],
  ])
    expect(templateShare(`${hello}\n\n${ask}\n\n${reason}\n\n${farewell}`, template)).toBeGreaterThan(0.9);
  expect(templateShare(`${template}\nP.S. ${ownParagraph}`, template)).toBeLessThan(0.8);
  const [first, ...others] = [ask, reason, wish].map((part) => part.toLowerCase());
  expect(templateShare(`Dear Ada, ${first}\n${others.join('\n')}`, template)).toBe(1);
});

test('scripts that put no spaces between words are measured as well', () => {
  const given =
    '尊敬的议员：\n\n我写信是想请您关注社会信用体系。它把政府部门掌握的个人信息汇集起来，并附上奖励和惩罚。请您公开询问其规则、数据和申诉途径。';
  const own = '我母亲住在海边的小镇上，去年冬天她买不到回家的火车票，没有人能告诉她原因，也没有人知道该问谁。';
  expect(templateShare(given, given)).toBe(1);
  expect(templateShare(own, given)).toBe(0);
  const mixed = templateShare(`${given}\n\n${own}`, given);
  expect(mixed).toBeGreaterThan(0.4);
  expect(mixed).toBeLessThan(0.65);
  const thai = 'ผมเขียนจดหมายฉบับนี้เพื่อขอให้ท่านให้ความสนใจกับระบบเครดิตทางสังคมซึ่งรวบรวมข้อมูลของประชาชน';
  expect(templateShare(thai, thai)).toBe(1);
});

test('one changed word is not the whole template any more, and five tenths are where coaching begins', () => {
  expect(templateTenths(template.replace('firm', 'shop'), template)).toBe(9);
  expect([0, 4, 5, 10].map(isMostlyTemplate)).toEqual([false, false, true, true]);
});

test('20,000 characters take less than ten milliseconds', () => {
  const words = Array.from({ length: 4000 }, (_, at) => `w${(at * 7919) % 3571}`)
    .join(' ')
    .slice(0, 20_000);
  const times = Array.from({ length: 9 }, () => {
    const before = performance.now();
    templateShare(`${words.slice(0, 9000)} of my own ${words.slice(9011)}`, words);
    return performance.now() - before;
  });
  expect(Math.min(...times)).toBeLessThan(10);
});
