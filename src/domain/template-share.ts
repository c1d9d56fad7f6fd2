import { coreOf } from './letter-core.ts';

/** From here on a letter counts as the template's: WriteToThem's threshold. We coach there, and refuse nothing. */
const mostlyTemplateTenths = 5;

/** Whether so many tenths are so much that a paragraph of the writer's own would help. */
export const isMostlyTemplate = (tenths: number): boolean => tenths >= mostlyTemplateTenths;

/** The same share in whole tenths, 0…10. Only a letter that is the template and nothing else gets 10. */
export function templateTenths(text: string, template: string): number {
  const share = templateShare(text, template);
  return share === 1 ? 10 : Math.min(9, Math.round(share * 10));
}

/**
 * How much of a writer's text is the template's, from 0 (none of it, or nothing was written) to 1 (all of it).
 *
 * It is the part of the writer's text, by characters, that stands in the template as well, in runs that hold one of its
 * samples: what the writer leaves out of the template changes nothing, what they add lowers the share. Salutation, sign-off,
 * case, punctuation and line breaks count on neither side. Samples are substrings of 32 characters, as in mySociety's
 * WriteToThem, chosen by winnowing (Schleimer, Wilkerson and Aiken 2003, “Winnowing: local algorithms for document
 * fingerprinting”): by what stands there and not by where it stands, so that an insertion spoils only those that it cuts through.
 *
 * Deterministic, in linear time.
 */
export function templateShare(text: string, template: string): number {
  const own = normalise(coreOf(text));
  const given = normalise(coreOf(template));
  if (own === '' || given === '') return 0;
  return sharedLength(own, given, sampleLength(own, given)) / own.length;
}

/** What two people would call the same words looks the same. */
const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** About six words: shorter ones are shared by any two letters on one subject. WriteToThem's length. */
const spacedLength = 32;
/** In scripts where a character is a syllable or a word, as many words. */
const denseLength = 12;
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Half a short text, so that half of it can be the template's; no less than three words, or all there is. */
function sampleLength(own: string, given: string): number {
  const whole = (given.match(dense)?.length ?? 0) > given.length / 2 ? denseLength : spacedLength;
  const shorter = Math.min(own.length, given.length);
  return Math.min(shorter, Math.max(whole / 2, Math.min(whole, Math.floor(shorter / 2))));
}

/** Of so many neighbours one is a sample: a run of 39 characters that both share is found, a shorter one perhaps. */
const winnowingWindow = 8;

/**
 * How many characters of `own` also stand in `given`, in runs that hold a sample of it. A sample finds the run, which then
 * counts from end to end; that it was no mere coincidence of hashes is seen on the way.
 */
function sharedLength(own: string, given: string, length: number): number {
  const places = winnow(given, length);
  const hashes = rollingHashes(own, length);
  let shared = 0;
  let countedTo = 0;
  for (let at = 0; at < hashes.length;) {
    const place = places.get(hashes[at] ?? 0);
    const after = place === undefined ? 0 : alikeAfter(own, at, given, place);
    if (place === undefined || after < length) at++;
    else {
      shared += alikeBefore(own, at, given, place, countedTo) + after;
      at += after;
      countedTo = at;
    }
  }
  return shared;
}

/** Where each sample first stands, by its hash: of every window the rightmost smallest hash. */
function winnow(text: string, length: number): Map<number, number> {
  const hashes = rollingHashes(text, length);
  const window = Math.min(winnowingWindow, hashes.length);
  const places = new Map<number, number>();
  for (let end = window - 1, least = -1; end < hashes.length; end++) {
    const before = least;
    if (least <= end - window) least = rightmostLeast(hashes, end - window + 1, end);
    else if ((hashes[end] ?? 0) <= (hashes[least] ?? 0)) least = end;
    const hash = hashes[least] ?? 0;
    if (least !== before && !places.has(hash)) places.set(hash, least);
  }
  return places;
}

function rightmostLeast(hashes: Uint32Array, first: number, last: number): number {
  let least = first;
  for (let at = first + 1; at <= last; at++) if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
  return least;
}

/** How many characters from `at` and from `place` on are the same. */
function alikeAfter(own: string, at: number, given: string, place: number): number {
  const most = Math.min(own.length - at, given.length - place);
  let count = 0;
  while (count < most && own.charCodeAt(at + count) === given.charCodeAt(place + count)) count++;
  return count;
}

/** How many before `at` and `place` are, down to `from` in `own`. */
function alikeBefore(own: string, at: number, given: string, place: number, from: number): number {
  const most = Math.min(at - from, place);
  let count = 0;
  while (count < most && own.charCodeAt(at - count - 1) === given.charCodeAt(place - count - 1)) count++;
  return count;
}

/** Any odd number with mixed bits does. */
const base = 0x01000193;

/** A hash of each substring of that length (1…), by where it begins. 32 bits; Rabin and Karp's, mixed. */
function rollingHashes(text: string, length: number): Uint32Array {
  const hashes = new Uint32Array(text.length - length + 1);
  let leaving = 1;
  for (let power = 1; power < length; power++) leaving = Math.imul(leaving, base);
  let hash = 0;
  for (let end = 0; end < text.length; end++) {
    if (end >= length) hash -= Math.imul(text.charCodeAt(end - length), leaving);
    hash = (Math.imul(hash, base) + text.charCodeAt(end)) | 0;
    if (end >= length - 1) hashes[end - length + 1] = mixed(hash);
  }
  return hashes;
}

/** So that the smallest hash is any, and not the one whose last letter comes first. Finaliser of MurmurHash3. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
