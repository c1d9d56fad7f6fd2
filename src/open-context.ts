import { existsSync, mkdirSync } from 'node:fs';
import { Refusal } from './domain/refusal.ts';
import type { Context, RunningCampaign } from './campaign/context.ts';
import { openKeyPlaces, type KeyPlaces } from './campaign/key-places.ts';
import { placeName } from './place-name.ts';
import { openKeyring } from './campaign/keyring.ts';
import { activeRecipients } from './campaign/active-recipients.ts';
import { noPace, openMailPace } from './campaign/mail-pace.ts';
import { addOrganizerKey } from './campaign/organizer-keys.ts';
import { startCampaign } from './campaign/start-campaign.ts';
import type { Config } from './config.ts';
import { isoTime, type Clock } from './domain/clock.ts';
import { campaignsFolder } from './places.ts';
import { readCampaigns } from './settings/read-campaigns.ts';
import { openErasureLedger } from './store/erasure-ledger.ts';
import { fact, rememberFact } from './store/facts.ts';
import { openStore } from './store/open-store.ts';
import { organizerKeys } from './store/organizer-keys.ts';
import { consentWording } from './strings/consent-wording.ts';
import { locales } from './strings/strings.ts';
import { newFirstIdentity, readIdentityFile } from './vault/identity-file.ts';
import { openServerKey } from './vault/server-key.ts';
import { openVault } from './vault/vault.ts';

/** Everything that verbs of campaigns work with, put together for a server or for a command beside one. */
export interface OpenContext extends Context {
  /** By slug. */
  campaigns: ReadonlyMap<string, RunningCampaign>;
  keyPlaces: KeyPlaces;
  close(): Promise<void>;
}

/**
 * Opens store and keys and gives every campaign its row. On the first start it makes the keys.
 * @throws Error with one readable line if database and server key do not belong together, or a key is foreign
 */
export async function openContext(config: Config, now: Clock): Promise<OpenContext> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const store = await openStore(config.database);
  try {
    const known = await fact(store.read, 'server key');
    if (known !== undefined && !existsSync(config.serverKeyFile))
      throw new Refusal(
        `There is no server key at ${config.serverKeyFile}, and this database was made with one: put it back. Every backup holds it.`,
      );
    const vault = openVault(openServerKey(config.serverKeyFile));
    if (known === undefined) await ensureOrganizerKey({ store, vault, now }, config.organizerKeyFile);
    const fingerprint = await store.write((writing) => rememberFact(writing, 'server key', vault.fingerprint));
    if (fingerprint !== vault.fingerprint)
      throw new Refusal(
        `${config.serverKeyFile} is not the key that this database was made with: put the right file back.`,
      );
    // Also where somebody took the organizers' keys out of the database: nobody then gets a new one without asking.
    await activeRecipients(store.read, vault);

    const campaigns = new Map<string, RunningCampaign>();
    for (const settings of readCampaigns(campaignsFolder))
      campaigns.set(
        settings.slug,
        await startCampaign({ store, vault, now }, settings, {
          languages: locales,
          consent: (locale) => consentWording(settings.publisher.name, locale),
        }),
      );
    const byId = new Map([...campaigns.values()].map((campaign) => [campaign.id, campaign]));
    return {
      store,
      vault,
      now,
      keyring: openKeyring(store, vault, now),
      ledger: openErasureLedger(config.erasureLedgerFile),
      mailPace: config.smtpUrl === undefined ? noPace : openMailPace(),
      campaigns,
      keyPlaces: await openKeyPlaces(store, {
        name: () => placeName(config.dataDir),
        shared: config.database.kind === 'postgres',
        isHere: () => existsSync(config.organizerKeyFile),
      }),
      campaignOf: (id) => byId.get(id),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** So that a newcomer can begin: an identity without a passphrase, beside the database, of which every start warns. */
async function ensureOrganizerKey(context: Pick<Context, 'store' | 'vault' | 'now'>, file: string): Promise<void> {
  if ((await organizerKeys(context.store.read)).length > 0) return;
  const identity = existsSync(file)
    ? (await readIdentityFile(file))[0]
    : await newFirstIdentity(file, isoTime(context.now()));
  if (identity !== undefined) await addOrganizerKey(context, 'first', identity.recipient);
}
