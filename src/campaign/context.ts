import type { Clock } from '../domain/clock.ts';
import type { SignatureInput } from '../domain/signature.ts';
import type { Campaign } from '../settings/campaign.ts';
import type { ErasureLedger } from '../store/erasure-ledger.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import type { Keyring } from './keyring.ts';
import type { MailPace } from './mail-pace.ts';

/** What every verb of a campaign works with. */
export interface Context {
  store: Store;
  vault: Vault;
  keyring: Keyring;
  ledger: ErasureLedger;
  mailPace: MailPace;
  /** A campaign by its number; undefined where its folder was taken away. */
  campaignOf: (id: number) => RunningCampaign | undefined;
  now: Clock;
}

/** A campaign that has its row in the store, and the wordings that are shown now. */
export interface RunningCampaign {
  id: number;
  /** What holds now: what organizers have said wins over its folder. */
  settings: Campaign;
  /** What its folder says. */
  folder: Campaign;
  /** Settings of which the database holds something that we do not understand; the folder's word counts. */
  unreadable: string[];
  /** The locales that it is shown in, its default one first. */
  locales: readonly string[];
  /** By locale: one for each that it is shown in. */
  wordings: Record<string, Wording>;
  /** The blind index of an address in this campaign; undefined once the campaign was closed for good. */
  indexOf: ((address: string) => Buffer) | undefined;
  /** The tag of an address's domain, likewise. */
  domainTagOf: ((address: string) => Buffer) | undefined;
  /** The index of somebody on paper who gave no address, likewise. */
  personIndexOf: ((person: SignatureInput) => Buffer) | undefined;
}

/** What stands before a signer in one locale. Where the campaign does not speak it, the petition is that of another language. */
export interface Wording {
  petitionTextId: number;
  consentTextId: number;
  /** ISO days on which the petition's text changed after people had signed it. */
  petitionChangedOn: string[];
}
