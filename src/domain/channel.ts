import type { DeliveryState } from './letter.ts';

/** The writer goes there: the contact form, a call, a letter on paper. */
export type WritersChannel = 'form' | 'phone' | 'post';

/** How a letter reaches a representative: by mail from us, or by the writer's own hand; `none` is no way at all. */
export type Channel = 'email' | WritersChannel | 'none';

/** What is known of how somebody can be reached; '' is not known. */
export interface Reachable {
  email: string;
  /** When the address refused mail for good. */
  bounced_at: number | null;
  /** Since when an organizer lets no mail go there. */
  paused_at: number | null;
  contact_form: string;
  phone: string;
  address: string;
}

/** Whether there is an address, and it did not refuse mail for good. */
export const takesMail = ({ email, bounced_at: bouncedAt }: Pick<Reachable, 'email' | 'bounced_at'>): boolean =>
  email !== '' && bouncedAt === null;

/** The way that a letter takes. Worked out anew each time: an import or a bounce changes what is known. */
export function channelOf(representative: Reachable): Channel {
  if (takesMail(representative) && representative.paused_at === null) return 'email';
  return writersChannels(representative)[0] ?? 'none';
}

/** The ways beside that one, the best first. */
export const otherChannels = (representative: Reachable): WritersChannel[] =>
  writersChannels(representative).filter((channel) => channel !== channelOf(representative));

/**
 * The ways that the writer can go, the best first: a form is read like a mail, a call needs courage and office hours,
 * paper needs a printer and a stamp.
 */
export function writersChannels({ contact_form: form, phone, address }: Reachable): WritersChannel[] {
  const known = { form, phone, post: address };
  return (['form', 'phone', 'post'] as const).filter((channel) => known[channel] !== '');
}

/** The way that one delivery went, or is to go. */
export function channelOfDelivery(state: DeliveryState, representative: Reachable): Channel {
  if (state === 'queued') return channelOf(representative);
  return state === 'handed-over' ? (writersChannels(representative)[0] ?? 'none') : 'email';
}

/** Whether the writer takes it there, or took it: no mail goes, or mail did not arrive, and another way is known. */
export function isForWriter(state: DeliveryState, representative: Reachable): boolean {
  if (state === 'handed-over') return true;
  if (state === 'sent' || writersChannels(representative).length === 0) return false;
  return state !== 'queued' || channelOf(representative) !== 'email';
}

/** Where a delivery stands that its writer has not sent after all. Only failed mail makes it theirs beside an address. */
export const takenBack = (representative: Reachable): DeliveryState =>
  channelOf(representative) === 'email' ? 'failed' : 'queued';
