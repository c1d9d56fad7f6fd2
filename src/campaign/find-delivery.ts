import { deliveryById, type Delivery } from '../store/letters.ts';
import type { Reading } from '../store/schema.ts';
import type { DeliveryLinkKind } from '../vault/vault.ts';
import type { Context, RunningCampaign } from './context.ts';

export interface FoundDelivery {
  campaign: RunningCampaign;
  delivery: Delivery;
}

/** `gone`: we made the link, and its letter was erased or is kept no longer. */
export type FindDeliveryOutcome = FoundDelivery | 'unknown' | 'gone';

/** What a link about one delivery leads to. Reads only. */
export async function findDelivery(
  db: Reading,
  { vault, campaignOf }: Pick<Context, 'vault' | 'campaignOf'>,
  kind: DeliveryLinkKind,
  token: string,
): Promise<FindDeliveryOutcome> {
  const id = vault.readDeliveryToken(kind, token);
  if (id === undefined) return 'unknown';
  const delivery = await deliveryById(db, id);
  if (delivery === undefined) return 'gone';
  const campaign = campaignOf(delivery.letter.campaign_id);
  return campaign === undefined ? 'unknown' : { campaign, delivery };
}
