import { commonWords } from './common-words.ts';

/** As many characters of which nothing can be foretold are beyond guessing at a door that takes ten tries a quarter of an hour. */
const leastSurprise = 10;
/** A common word is one of two thousand: eleven bits, worth less than two random characters. A rare spelling of it makes up for that. */
const wordWorth = 3;
const keyboards = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', 'zxcvbnm', 'wxcvbn', 'yxcvbnm'];
const inTurn = [
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
];
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', ...keyboards, ...inTurn];
const sequences = [...rows, ...rows.map((row) => row.split('').toReversed().join(''))];
/** What people write for letters. */
const standsFor: Record<string, string> = { '@': 'a', 4: 'a', 3: 'e', 1: 'i', '!': 'i', 0: 'o', $: 's', 5: 's' };
const longestPart = 30;

/**
 * Whether a password is among the first that are guessed (NIST SP 800-63B-4 section 3.1.1.2, OWASP ASVS 6.2.4): made up of common words
 * and passwords, of keys beside each other, of numbers, of repetitions, or of what belongs to this site.
 * @param ours words that a guesser of this very account would try: its handle, the site's and the campaigns' names
 */
export function isEasyPassword(password: string, ours: readonly string[]): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const plain = text.replaceAll(/[@4310!$5]/g, (sign) => standsFor[sign] ?? sign);
  const own = ours.map((word) => word.toLowerCase()).filter((word) => word.length >= 3);
  /** The least surprise that a way of putting the first so many characters together has. */
  const least = [0];
  for (let end = 1; end <= text.length; end++) {
    let best = (least[end - 1] ?? 0) + 1;
    for (let begin = Math.max(0, end - longestPart); begin <= end - 3; begin++) {
      const [part, word] = [text.slice(begin, end), plain.slice(begin, end)];
      const worth = Math.min(
        commonWords.has(part) || commonWords.has(word) ? wordWorth : Infinity,
        own.includes(part) || own.includes(word) ? 1 : Infinity,
        /^\d+$/.test(part) ? Math.ceil(part.length / 2) : Infinity,
        sequences.some((row) => row.includes(part)) ? 2 : Infinity,
        text.slice(0, begin).includes(part) || isOneSign(part) ? 1 : Infinity,
      );
      best = Math.min(best, (least[begin] ?? 0) + worth);
    }
    least.push(best);
  }
  return (least[text.length] ?? 0) < leastSurprise;
}

const isOneSign = (part: string): boolean => new Set(part).size === 1;
