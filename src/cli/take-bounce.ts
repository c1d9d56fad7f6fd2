import { bounceDelivery, type BounceOutcome } from '../campaign/bounce-delivery.ts';
import type { Context } from '../campaign/context.ts';
import { readBounce } from '../mail/read-bounce.ts';
import { settleReturnedMessage } from '../store/bounced.ts';

export interface Taken {
  came: BounceOutcome | 'not-ours';
  /** What to tell of it: numbers and codes, no address. */
  line: string;
}

/** A report with the letter that it returns has a tenth of these bytes; what is larger is no bounce. */
export const largestBounce = 1_000_000;

export type TakeBounce = (raw: Uint8Array) => Promise<Taken>;

/** Reads one mail that came back, and does what it asks for. Of our own mails those that asked to confirm are counted. */
export async function takeBounce(
  context: Pick<Context, 'store' | 'vault' | 'keyring' | 'now'>,
  raw: Uint8Array,
): Promise<Taken> {
  const bounce = await readBounce(context.vault, raw);
  if (bounce === undefined) return { came: 'not-ours', line: 'no bounce of ours' };
  const { about, recipients } = bounce;
  const [first] = recipients;
  const came =
    about.kind === 'delivery'
      ? await bounceDelivery(context, about.id, recipients)
      : (first?.kind ?? ('unclear' as const));
  if (about.kind === 'message' && (came === 'hard' || came === 'soft'))
    await context.store.write((writing) => settleReturnedMessage(writing, about.id, context.now()));
  const status = first === undefined || first.status === '' ? '' : ` (${first.status})`;
  const what = about.kind === 'delivery' ? 'letter to a representative' : 'mail';
  return { came, line: `${what} ${about.id}: ${came}${status}` };
}
