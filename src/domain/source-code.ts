import { fieldLimits } from './limits.ts';

/** Where a supporter can pass a campaign on, as it stands in codes. */
export const sharePlaces = [
  'device',
  'link',
  'mail',
  'whatsapp',
  'telegram',
  'line',
  'mastodon',
  'bluesky',
  'x',
  'facebook',
] as const;

export type SharePlace = (typeof sharePlaces)[number];

/** Whether a text is a code as a link may carry it in `?source=`. */
export const isPlainCode = (text: string): boolean => plainCode.test(text);

const plainCode = new RegExp(`^[\\w.-]{1,${fieldLimits.source}}$`);

/** At third hand and further: more would only make codes of few people. */
const lastGeneration = 3;

/** A code taken apart. `root`: what an organizer gave to a link, or ''; `generation`: through how many hands it went since, 0…3. */
export interface SourceCode {
  root: string;
  generation: number;
}

/** `newsletter` is a root; `newsletter.whatsapp.2` was passed on twice, the second time by WhatsApp; `whatsapp.1` has no root. */
export function readSourceCode(code: string): SourceCode {
  const parts = code.split('.');
  const [place = '', generation = ''] = parts.slice(-2);
  if (!isSharePlace(place) || !/^[1-3]$/.test(generation)) return { root: code, generation: 0 };
  return { root: parts.slice(0, -2).join('.'), generation: Number(generation) };
}

/**
 * The code for the next hands: where it is passed on, and the how manieth time, but never who did so nor by which ways it came before.
 * @param code by which whoever shares has come; '' for none
 * @param keepsRoot whether the root is of enough people to be handed on
 */
export function nextSourceCode(code: string, place: SharePlace, keepsRoot: boolean): string {
  const { root, generation } = readSourceCode(code);
  const passed = `${place}.${Math.min(generation + 1, lastGeneration)}`;
  const whole = `${root}.${passed}`;
  return keepsRoot && root !== '' && whole.length <= fieldLimits.source ? whole : passed;
}

export const isSharePlace = (place: string): place is SharePlace => (sharePlaces as readonly string[]).includes(place);
