import { isoTime, toHour } from '../domain/clock.ts';
import type { Erasure } from '../domain/erasure.ts';
import { forgetCodeTries } from '../store/code-tries.ts';
import { markOfPerson } from '../store/erasure-ledger.ts';
import { deleteLetters, letterNumbersOfAddress } from '../store/letters.ts';
import { deleteLinksOfAddress } from '../store/links.ts';
import { deleteMessagesOfAddress } from '../store/outbox.ts';
import { deleteSignature, signatureOfAddress } from '../store/signatures.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

/**
 * Deletes everything a campaign holds about one address: signature, forms that were sent again, public name, letters,
 * links. A confirmed signature counts no longer. What was mailed already is with those who got it.
 * @param by whoever did it in their stead, for the log; undefined where they did it themselves, which is nobody's business
 * @returns how many signatures and letters went
 */
export const erasePerson = (
  { store, vault, ledger, now }: Pick<Context, 'store' | 'vault' | 'ledger' | 'now'>,
  campaign: { id: number; slug: string },
  addressIndex: Buffer,
  by?: 'command',
): Promise<number> =>
  store.write(async (writing) => {
    const signature = await signatureOfAddress(writing.db, campaign.id, addressIndex);
    const letters = await letterNumbersOfAddress(writing.db, campaign.id, addressIndex);
    const mark = markOfPerson({ address_index: addressIndex });
    const wish = { at: isoTime(toHour(now())), campaign: campaign.slug, act: 'erase' as const, mark };
    const erasures: Erasure[] = [
      ...(signature === undefined ? [] : [{ ...wish, kind: 'signature' as const, id: signature.id }]),
      ...letters.map((id) => ({ ...wish, kind: 'letter' as const, id })),
    ];
    // First, and inside: no crash forgets the wish, and nothing that came in meanwhile is left out of it.
    if (erasures.length > 0) await ledger.append(erasures);
    if (signature !== undefined) await deleteSignature(writing, signature, now());
    await deleteLetters(writing, letters);
    await deleteMessagesOfAddress(writing, campaign.id, addressIndex);
    await deleteLinksOfAddress(writing, campaign.id, addressIndex);
    await forgetCodeTries(writing, campaign.id, addressIndex);
    if (by !== undefined && erasures.length > 0) {
      // Numbers of records would tell later who it was, in a copy of the database.
      const facts = { signatures: erasures.length - letters.length, letters: letters.length };
      const act = { at: now(), organizer: by, act: 'person-erased', campaign: campaign.slug, facts };
      await noteAct(writing, vault, act);
    }
    return erasures.length;
  });
