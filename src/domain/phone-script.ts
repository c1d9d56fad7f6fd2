/** A minute: what is asked stands at a letter's end, and a call that does not get there asks for nothing. */
const mostWords = 160;

/**
 * The part of a letter that can be said on the phone: its first paragraphs, without greetings. Long ones are cut after a
 * sentence where there is one.
 */
export function spokenPart(body: string): string[] {
  const spoken: string[] = [];
  let left = mostWords;
  for (const paragraph of paragraphsOf(body)) {
    if (left <= 0) break;
    const part = firstWords(paragraph, left);
    // A few words of a paragraph say nothing.
    if (spoken.length > 0 && part !== paragraph) break;
    spoken.push(part);
    left -= wordsOf(part).length;
  }
  return spoken;
}

function paragraphsOf(body: string): string[] {
  const paragraphs = body
    .trim()
    .replace(/^[^\n]{1,100}[,:!，：！،]\n/, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  const said = paragraphs.filter((paragraph, at) => !isGreeting(paragraph, at, paragraphs.length));
  return said.length > 0 ? said : paragraphs;
}

/** A short line without an end of a sentence, at the head or the foot: "Dear Ada Example" and "Yours, Sam". */
const isGreeting = (paragraph: string, at: number, count: number): boolean =>
  (at === 0 || at === count - 1) && paragraph.length <= 100 && !/[.?…。？！؟]$/.test(paragraph);

function firstWords(paragraph: string, most: number): string {
  const next = wordsOf(paragraph)[most];
  if (next === undefined) return paragraph;
  const cut = paragraph.slice(0, next.index).trim();
  const sentence = /^.*(?:[.!?؟](?= )|[。！？])/s.exec(`${cut} `)?.[0];
  return sentence ?? `${cut} …`;
}

/** Chinese has no spaces between its words; which words it has is known to ICU, whatever the language. */
const wordsOf = (paragraph: string): Intl.SegmentData[] =>
  [...words.segment(paragraph)].filter(({ isWordLike }) => isWordLike);

const words = new Intl.Segmenter('en', { granularity: 'word' });
