import type { Clock } from '../domain/clock.ts';
import type { Campaign } from '../settings/campaign.ts';
import type { Store } from '../store/open-store.ts';
import type { Vault } from '../vault/vault.ts';

/** What every verb of a campaign works with. */
export interface Context {
  store: Store;
  vault: Vault;
  now: Clock;
}

/** A campaign that has its row in the store, and the wordings that are shown now. */
export interface RunningCampaign {
  id: number;
  settings: Campaign;
  /** By locale. */
  wordings: Record<string, Wording>;
}

export interface Wording {
  petitionTextId: number;
  consentTextId: number;
  /** ISO days on which the petition's text changed after people had signed it. */
  petitionChangedOn: string[];
}
