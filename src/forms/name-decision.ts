import { z } from 'zod';
import { moderations, namesAPage, type Moderation } from '../domain/moderation.ts';
import type { Strings } from '../strings/strings.ts';
import { readForm, type Read } from './read-form.ts';

export interface SentDecision {
  choice: Exclude<Moderation, 'waiting'>;
  seenIn: Moderation;
  names: { signatureId: number; version: string }[];
}

/**
 * Reads what a button of the queue has sent. A name's own button, `approve` or `hide`, holds that name; the others are an `act` on all
 * that are ticked (`name`) or stand there (`listed`). Names are sent as `number.version`.
 */
export const readNameDecision = (sent: URLSearchParams, { organize: { names: text } }: Strings): Read<SentDecision> => {
  const { noneTicked, garbled } = text.errors;
  const read = readForm(
    z.object({
      choice: z.enum(['approved', 'hidden'], garbled),
      seenIn: z.enum(moderations, garbled),
      names: z.array(name(garbled)).min(1, noneTicked).max(namesAPage, garbled),
    }),
    { seenIn: sent.get('queue'), ...pressed(sent) },
  );
  // There is one field on the page, the list.
  return read.outcome === 'read'
    ? read
    : { outcome: 'faulty', errors: read.errors.slice(0, 1).map(({ message }) => ({ field: 'names', message })) };
};

function pressed(sent: URLSearchParams): { choice: string | undefined; names: string[] } {
  const approve = sent.get('approve');
  const hide = sent.get('hide');
  if (approve !== null) return { choice: 'approved', names: [approve] };
  if (hide !== null) return { choice: 'hidden', names: [hide] };
  const act = sent.get('act');
  const choice = act === 'hide' ? 'hidden' : act === 'approve' || act === 'approve-all' ? 'approved' : undefined;
  return { choice, names: sent.getAll(act === 'approve-all' ? 'listed' : 'name') };
}

const name = (garbled: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,14}\.[0-9a-f]{12}$/, garbled)
    .transform((text) => {
      const [id, version = ''] = text.split('.');
      return { signatureId: Number(id), version };
    });
