/** Unicode's scripts by their long names (UAX #24), but Common and Inherited, whose characters belong to many. */
const scripts: readonly string[] = `
  Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali Beria_Erfe Bhaiksuki
  Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham Cherokee Chorasmian
  Coptic Cuneiform Cypriot Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs
  Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi Gurmukhi Gurung_Khema
  Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana Imperial_Aramaic Inscriptional_Pahlavi
  Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi Khitan_Small_Script Khmer Khojki
  Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic
  Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui Meroitic_Cursive Meroitic_Hieroglyphs Miao
  Modi Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari New_Tai_Lue Newa Nko Nushu
  Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian Old_Permic Old_Persian
  Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene Pau_Cin_Hau Phags_Pa
  Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada Shavian Siddham Sidetic SignWriting Sinhala
  Sogdian Sora_Sompeng Soyombo Sundanese Sunuwar Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le Tai_Tham Tai_Viet Tai_Yo
  Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Todhri Tolong_Siki Toto Tulu_Tigalari Ugaritic
  Vai Vithkuqi Wancho Warang_Citi Yezidi Yi Zanabazar_Square`
  .trim()
  .split(/\s+/);

/** What names are written with: letters, marks, and the signs of scripts that have no letters. */
const writing = /[\p{L}\p{M}\p{So}]/u;
/** Also those that no script of the list has, which a test looks at. */
const unknown = /[\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u;

/** The characters of each script that names are written with; under '' those of scripts that are not in the list. */
export function charactersByScript(): Map<string, string[]> {
  const patterns = new Map(scripts.filter(isKnown).map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')]));
  const found = new Map<string, string[]>();
  let last = 'Latin';
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (!writing.test(character) || unknown.test(character)) continue;
    // Those of one script mostly stand together.
    if (patterns.get(last)?.test(character) !== true)
      last = [...patterns].find(([, pattern]) => pattern.test(character))?.[0] ?? '';
    const characters = found.get(last) ?? [];
    characters.push(character);
    found.set(last, characters);
  }
  return found;
}

/** Node's Unicode may be older than the list. */
const isKnown = (script: string): boolean => {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u').test('') || true;
  } catch {
    return false;
  }
};

/** Made-up names, one of each script: letters from all over it, with its marks between them. */
export function namesOfEveryScript(): Map<string, string> {
  return new Map([...charactersByScript()].map(([script, characters]) => [script, nameOf(characters)]));
}

const lettersInName = 14;

function nameOf(characters: readonly string[]): string {
  const letters = spread(
    characters.filter((character) => /[\p{L}\p{So}]/u.test(character)),
    lettersInName,
  );
  const marks = spread(
    characters.filter((character) => /\p{M}/u.test(character)),
    4,
  );
  const middle = Math.ceil(letters.length / 2);
  return [letters.slice(0, middle), letters.slice(middle)]
    .map((half) => half.map((letter, at) => letter + (marks[at] ?? '')).join(''))
    .filter((half) => half !== '')
    .join(' ');
}

const spread = (characters: readonly string[], count: number): string[] =>
  Array.from(
    { length: Math.min(count, characters.length) },
    (_, at) => characters[Math.floor((at * characters.length) / Math.min(count, characters.length))]!,
  );

/** Made-up names that programs like to change: composed and taken apart, joined, turned round, at the edges of UTF-16. */
export const peculiarNames: readonly string[] = [
  'Zoë Example'.normalize('NFC'),
  'Zoë Example'.normalize('NFD'),
  '\u212Bngstr\u00F6m \u1E9E\u0308', // the sign of the unit, which NFC would make a letter
  '홍길동'.normalize('NFD'),
  'ﬁ ﬂ Ⅷ ㎏', // NFKC would take them apart
  'Vie\u0323\u0302t Nam'.normalize('NFD'),
  '\u0327\u0323Ab\u0301\u0327c', // marks in another order than NFD has them, and one that nothing carries
  `Z${'\u0335\u0321\u035B\u0338'.repeat(8)}algo`,
  'می‌خواهم', // with a ZWNJ, without which it is another word
  'ශ්‍රී Example', // with a ZWJ
  '👩🏽‍🚀 Ada 👨‍👩‍👧‍👦 🏳️‍🌈 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 1️⃣',
  'محمد Example (עברית) 123',
  '\u200Fعائشة\u200E Ada\u061C',
  '葛\u{E0100}城 龍\uFE00',
  'ᠮᠣᠩᠭᠣᠯ\u180B',
  'Ada\u00A0Example\u3000Two\u2003Three',
  'Ada\u00ADline \uFEFFExample',
  '\uD7FF\uE000\uFDCFA\uFFEE',
  '\u{10000}\u{1F600}\u{20000}\u{2FA1D}\u{E01EF}A\u{10FFFD}',
  'noncharacters \uFFFE\uFFFF\u{1FFFE}\u{10FFFF}\uFDD0',
  'İstanbul ıI ŞşĞğ ẞß Σσς ŉ ǆǅ',
  "D'Example O’Example «Ada» “Sam” `Eve´",
  'Ada & <Sam> "Eve"; \\ / | % $ # @ ~ ^ * ! ? = + -',
  '-Ada',
  '=Ada',
  '+Ada',
  '＝Ada',
  "'Ada",
  'null',
  'NaN',
  'true',
  '007',
  '1e5 x',
];
