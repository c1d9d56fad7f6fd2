import { askedIfSentBy, toAskAbout } from '../domain/asking.ts';
import { daySeconds, hourSeconds, toHour } from '../domain/clock.ts';
import type { LetterText } from '../domain/letter.ts';
import { placeOf } from '../domain/place.ts';
import { deliveriesByLetter, markAsked, verifiedLettersAfter, type LetterCursor } from '../store/answers.ts';
import { campaignById } from '../store/campaigns.ts';
import type { LetterRow } from '../store/schema.ts';
import type { Writing } from '../store/writer.ts';
import type { Context, RunningCampaign } from './context.ts';
import { endingOf } from './ending.ts';
import type { MailSeal } from './keyring.ts';
import { mintLink } from './mint-link.ts';
import { postMail } from './post-mail.ts';

/** Letters that one transaction looks at: small enough that a signer who comes in between hardly waits. */
const atOnce = 100;

/**
 * Mails each writer once, two weeks after a letter was sent, and asks who of its representatives has answered. Can be
 * interrupted anywhere and run again.
 * @returns how many writers were asked
 */
export async function askForAnswers(
  context: Pick<Context, 'store' | 'vault' | 'keyring' | 'now'>,
  campaign: RunningCampaign,
): Promise<number> {
  const { store, keyring, now } = context;
  const { letterTextDays } = campaign.settings.retention;
  let asked = 0;
  // Texts that are older are due to be deleted, and perhaps are in this very moment.
  const kept = now() - letterTextDays * daySeconds - hourSeconds;
  let after: LetterCursor | undefined = { createdAt: kept, id: Number.MAX_SAFE_INTEGER };
  while (after !== undefined) {
    const seal = await keyring.mailSeal();
    const from: LetterCursor = after;
    const step = await store.write((writing) => askSome(writing, context, campaign, seal, from));
    asked += step.asked;
    after = step.next;
  }
  return asked;
}

async function askSome(
  writing: Writing,
  { vault, now }: Pick<Context, 'vault' | 'now'>,
  campaign: RunningCampaign,
  seal: MailSeal,
  after: LetterCursor,
): Promise<{ asked: number; next: LetterCursor | undefined }> {
  const at = now();
  const row = await campaignById(writing.db, campaign.id);
  const emptied = row === undefined || row.emptied_at !== null || endingOf(campaign, row, at) === 'over';
  if (emptied) return { asked: 0, next: undefined };
  const letters = await verifiedLettersAfter(writing.db, campaign.id, after, askedIfSentBy(at), atOnce);
  const deliveries = await deliveriesByLetter(
    writing.db,
    letters.map(({ id }) => id),
  );
  const { letterTextDays } = campaign.settings.retention;
  let asked = 0;
  for (const letter of letters) {
    const times = { createdAt: letter.created_at, letterTextDays, now: at };
    const about = toAskAbout(deliveries.get(letter.id) ?? [], times);
    if (about.length === 0) continue;
    const asking = { campaignId: campaign.id, addressIndex: letter.address_index, now: at };
    const token = await mintLink(writing, vault, { ...asking, alone: false });
    await postMail(writing, seal, {
      ...asking,
      campaign,
      locale: letter.locale,
      to: addressOf(vault, campaign, letter),
      message: { kind: 'did-they-answer', data: { letterId: letter.id, token } },
    });
    await markAsked(writing, about, toHour(at));
    asked += 1;
  }
  const last = letters.length < atOnce ? undefined : letters.at(-1);
  return { asked, next: last === undefined ? undefined : { createdAt: last.created_at, id: last.id } };
}

function addressOf(vault: Context['vault'], campaign: RunningCampaign, { id, text, text_key: key }: LetterRow): string {
  if (text === null || key === null) throw new Error(`letter ${id} has no text`);
  const place = placeOf.letterText(campaign.settings.slug, id);
  return (vault.openByWrappedKey(place, key, text) as LetterText).email;
}
