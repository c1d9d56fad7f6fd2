import type { HeldLetter } from '../campaign/find-held.ts';
import { forWriter, handOver, handOverActs, lettersToSend } from '../campaign/hand-over.ts';
import type { LetterDelivery } from '../store/letters.ts';
import { campaignView } from './campaign-view.ts';
import { sentForm } from './guard.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { printView, sendView } from './send-yourself-view.ts';
import { withHeld } from './your-data.ts';

/** `GET /me/{token}/send`: what the writer takes to representatives themselves, and how. Changes nothing. */
export const showSendYourself = withHeld(async (site, request, { held, visit, token }) =>
  page({ site, request, locale: visit.locale }, '/send-yourself', {
    campaign: await campaignView(site, visit),
    send: sendView(lettersToSend(held), visit, token, site.now()),
  }),
);

/** `POST /me/{token}/send`: the writer sent one of them, or did not after all. */
export const postSendYourself = withHeld(async (site, request, { visit, token }) => {
  const sent = await sentForm(site, request);
  if (sent.outcome === 'refused') return problem(site, request, sent.status);
  const act = handOverActs.find((known) => known === sent.body.get('act'));
  const deliveryId = numberIn(sent.body.get('delivery'));
  if (act === undefined || deliveryId === undefined) return problem(site, request, 400, visit);
  const outcome = await handOver(site, token, deliveryId, act);
  if (outcome !== 'done') return problem(site, request, 404, visit);
  return seeOther(site, placeOfDelivery(token, deliveryId));
});

/** `GET /me/{token}/send/{deliveryId}/print`: the letter on paper; without the key to its text, back to the others. */
export const printLetter = withHeld(async (site, request, { held, visit, token }) => {
  const asked = numberIn(request.req.param('delivery'));
  const letter = lettersToSend(held).find((known) => toPost(known, asked) !== undefined);
  const delivery = letter === undefined ? undefined : toPost(letter, asked);
  if (letter === undefined || delivery === undefined) return problem(site, request, 404, visit);
  const { row, own } = letter;
  if (own?.text === undefined) return seeOther(site, placeOfDelivery(token, delivery.deliveryId));
  const backPath = placeOfDelivery(token, delivery.deliveryId);
  const written = { ...own.text, postcode: own.writer.postcode, country: row.country };
  return page({ site, request, locale: visit.locale }, '/letter-print', {
    campaign: await campaignView(site, visit),
    print: printView(written, delivery.representative, { backPath, locale: visit.locale, now: site.now() }),
  });
});

const toPost = (letter: HeldLetter, deliveryId: number | undefined): LetterDelivery | undefined =>
  forWriter(letter).find((known) => known.deliveryId === deliveryId && known.representative.address !== '');

/** The fragment moves the reader, and a screen reader, to what is said. */
const placeOfDelivery = (token: string, deliveryId: number): string => `/me/${token}/send#delivery-${deliveryId}`;

const numberIn = (text: string | null | undefined): number | undefined =>
  /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined;
