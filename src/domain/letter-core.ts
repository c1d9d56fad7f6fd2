/**
 * A letter without what letters have in common: its salutation (from the first line that greets, up to that line's comma),
 * its sign-off (the last line that takes leave, and the short lines after it: a name, a place) and the places of the two
 * names. A long postscript stays. In NFC. mySociety's WriteToThem compares letters in the same way.
 */
export function coreOf(letter: string): string {
  const lines = letter
    .normalize('NFC')
    .replace(/\{\{ ?(?:representative|name) ?\}\}/g, '')
    .split(/\r?\n/)
    .map((line) => line.trim());
  return withoutSignOff(withoutSalutation(lines)).join('\n').trim();
}

/** Addresses and a subject may stand above the salutation; further down, a line that greets is the letter itself. */
const linesAboveSalutation = 10;
/** A line of a salutation or sign-off is no longer than this, in characters; longer ones say something. */
const longestFormula = 60;

function withoutSalutation(lines: string[]): string[] {
  const at = lines.slice(0, linesAboveSalutation).findIndex((line) => greets.test(line));
  return lines.map((line, index) => (index === at ? afterGreeting(line) : line));
}

/** `Madame, Monsieur,` greets twice. */
function afterGreeting(line: string): string {
  let rest = line;
  while (greets.test(rest)) {
    const end = rest.search(/[,:;!،，：；！、]/);
    if (end > longestFormula || (end < 0 && rest.length > longestFormula)) return rest;
    rest = end < 0 ? '' : rest.slice(end + 1).trim();
  }
  return rest;
}

function withoutSignOff(lines: string[]): string[] {
  const at = lines.findLastIndex((line) => line.length <= longestFormula && takesLeave.test(line));
  return at < 0 ? lines : lines.filter((line, index) => index < at || line.length > longestFormula);
}

/** A line that begins so and then ends or goes on with another word. By language, as letters are written there. */
const beginningWith = (formulas: Record<string, string>): RegExp =>
  new RegExp(`^(?:${Object.values(formulas).join('|')})(?!\\p{L})`, 'iu');

const greets = beginningWith({
  ar: '(?:إلى )?(?:السيدة?|السادة|حضرة|سعادة|معالي|عزيزي|عزيزتي)|تحية طيبة',
  en: 'dear|hello|hi|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern',
  de: 'sehr geehrte[rs]?|liebe[rs]?|guten tag|hallo',
  es: 'estimad[oa]s?|querid[oa]s?|hola',
  fr: 'madame|monsieur|mesdames|messieurs|chers?|chères?|bonjour',
  it: 'gentil[ei]|gentilissim[oa]|egregi[oa]',
  nl: 'geachte|beste',
  pl: 'szanown[yai]',
  pt: 'prezad[oa]s?|car[oa]s?|olá',
  ru: 'уважаем(?:ый|ая|ые)|здравствуйте',
  tr: 'sayın|değerli|merhaba',
  uk: 'шановн(?:ий|а|і)',
  // Without spaces between words: whatever follows is part of the greeting.
  ja: '拝啓.{0,20}|.{1,20}様',
  ko: '안녕하.{0,20}',
  zh: '(?:尊敬|敬爱|敬愛)的.{0,20}|.{0,20}[您你]好',
});

const takesLeave = beginningWith({
  ar: '(?:و?تفضلوا|وتقبلوا) بقبول|(?:مع )?(?:خالص|فائق|أطيب|أصدق) (?:التحية|التحيات|التقدير|الاحترام)',
  en: '(?:yours )?(?:sincerely|faithfully|truly|respectfully)|(?:with )?(?:(?:my )?(?:kind|best|warm)(?:est)? )?regards|(?:with )?(?:best|kind|good) wishes|many thanks',
  de: 'mit (?:freundlich|best|herzlich)en grüßen|hochachtungsvoll|(?:freundliche|viele|beste) grüße',
  es: 'atentamente|saludos|un saludo',
  fr: 'cordialement|bien à vous|respectueusement',
  it: 'cordiali saluti|distinti saluti',
  nl: 'met vriendelijke groet(?:en)?|hoogachtend',
  pl: 'z poważaniem',
  pt: 'atenciosamente',
  ru: 'с уважением',
  tr: 'saygılarım(?:ı|la|ızla)?|saygılarımızla|iyi dilekler(?:imle)?',
  uk: 'з повагою',
  ja: '敬具|草々',
  zh: '此致|敬上|谨上|謹上|顺颂.{0,9}|順頌.{0,9}',
});
