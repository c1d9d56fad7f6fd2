/**
 * A Chinese sentence with something filled in. Where Han characters meet letters of another script, digits or ASCII marks at a
 * seam, a space parts them (W3C, “Requirements for Chinese Text Layout”, on mixed text). A name may be of any script, so no fixed
 * space is right beside it. What is filled in, and the sentence itself, stay as they are.
 */
export const spaced = (words: TemplateStringsArray, ...filled: (string | number)[]): string =>
  filled.reduce<string>((text, one, at) => joined(joined(text, String(one)), words[at + 1] ?? ''), words[0] ?? '');

const joined = (before: string, after: string): string =>
  (endsHan.test(before) && beginsOther.test(after)) || (endsOther.test(before) && beginsHan.test(after))
    ? `${before} ${after}`
    : before + after;

const endsHan = /\p{Script=Han}$/u;
const beginsHan = /^\p{Script=Han}/u;
/** Scripts that are set without spaces, as Chinese is, need none beside it either. */
const dense = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}';
const beginsOther = new RegExp(`^(?![${dense}])[\\p{L}\\p{N}!-~]`, 'u');
const endsOther = new RegExp(`(?![${dense}])[\\p{L}\\p{M}\\p{N}!-~]$`, 'u');
