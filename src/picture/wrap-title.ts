/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

/**
 * Breaks a title into lines, where its script lets it be broken: between words, and in Chinese, Japanese and Thai between the words that no
 * space parts (Unicode's UAX 29, by Intl.Segmenter). What closes stays with what stands before it, what opens with what comes after. A word
 * that is too long for a line is broken between letters.
 * @param width of a line, in pixels
 */
export const wrapTitle = (title: string, locale: string, width: number, measure: Measure): string[] =>
  wrapPieces(piecesOf(title, locale), locale, width, measure);

function wrapPieces(pieces: readonly string[], locale: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    const [rest, ...whole] = brokenWord(piece.trimStart(), locale, width, measure).toReversed();
    lines.push(...whole.toReversed());
    line = rest ?? '';
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/**
 * The same in no more lines: one to a sentence, or to a clause in Chinese, where that is no more; else about as long as each other, so that no
 * word stands alone at the end.
 */
export function balanceTitle(title: string, locale: string, width: number, measure: Measure): string[] {
  let lines = wrapTitle(title, locale, width, measure);
  const clauses = title.split(/(?<=[，。：；！？]|[.!?] )/u);
  const fit = clauses.every((clause) => measure(clause.trimEnd()) <= width);
  if (fit && clauses.length === lines.length) return clauses.map((clause) => clause.trim());
  // Narrower than its longest word, it would be broken within that.
  let tooNarrow = Math.max(0, ...piecesOf(title, locale).map((piece) => measure(piece.trimEnd()))) - 1;
  let wideEnough = width;
  while (wideEnough - tooNarrow > width / 100) {
    const tried = (tooNarrow + wideEnough) / 2;
    const narrower = wrapTitle(title, locale, tried, measure);
    if (narrower.length > lines.length) tooNarrow = tried;
    else {
      lines = narrower;
      wideEnough = tried;
    }
  }
  return lines;
}

/** The first lines, the last of which says that there were more. */
export function cutLines(lines: readonly string[], most: number, width: number, measure: Measure): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), cutText(`${lines[most - 1] ?? ''}…`, width, measure)];
}

/** A text that fits: as much of it as there is room for, and an ellipsis. */
export function cutText(text: string, width: number, measure: Measure): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let shown = text;
  while (measure(shown) > width && letters.length > 1) {
    letters.pop();
    shown = `${letters.join('').trimEnd()}…`;
  }
  return shown;
}

/** Parts between which a line may end, with the spaces behind them. */
function piecesOf(title: string, locale: string): string[] {
  const pieces: string[] = [];
  /** Whether the next segment belongs to the last piece. */
  let opened = false;
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(title)) {
    const closes = isWordLike !== true && !opens.test(segment);
    const glue = pieces.length > 0 && (opened || closes);
    if (glue) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
    opened = keepsTogether.test(segment) || (opened && isWordLike !== true);
  }
  return pieces;
}

/** Opening brackets and quotation marks (Unicode's Ps and Pi). */
const opens = /^[\p{Ps}\p{Pi}¿¡#@]$/u;
/** The same, and spaces at which no line ends. */
const keepsTogether = /^[\p{Ps}\p{Pi}¿¡#@\u00A0\u202F\u2060]$/u;

function brokenWord(word: string, locale: string, width: number, measure: Measure): string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [''];
  for (const { segment } of new Intl.Segmenter(locale).segment(word)) {
    const last = parts.length - 1;
    if (measure(((parts[last] ?? '') + segment).trimEnd()) <= width) parts[last] += segment;
    else parts.push(segment);
  }
  return parts.filter((part) => part !== '');
}
