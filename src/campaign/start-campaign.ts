import { isoDay, toHour } from '../domain/clock.ts';
import { mailDomainOf, normaliseAddress } from '../domain/normalise-address.ts';
import { normalisePerson } from '../domain/normalise-person.ts';
import { placeOf } from '../domain/place.ts';
import type { SignatureInput } from '../domain/signature.ts';
import { consentText, petitionText, type ConsentWording } from '../domain/wording.ts';
import { argumentIn, localesOf, textLocaleOf, type Campaign } from '../settings/campaign.ts';
import { campaignRow, ensureCampaign, type CampaignRow } from '../store/campaigns.ts';
import {
  deleteTextVersion,
  ensureText,
  insertTextVersion,
  textVersions,
  textWasAgreedTo,
  type TextKind,
} from '../store/texts.ts';
import type { Writing } from '../store/writer.ts';
import { addressIndex, domainTag, personIndex } from '../vault/address-index.ts';
import type { Vault } from '../vault/vault.ts';
import type { Context, RunningCampaign, Wording } from './context.ts';
import { settingsInForce } from './settings-in-force.ts';

/** What the interface adds to what a campaign says by itself. */
interface Interface {
  /** The languages that it speaks. */
  languages: readonly string[];
  /** What is shown beside the form, in a locale. */
  consent: (locale: string) => ConsentWording;
}

/**
 * Gives a campaign its row and its wordings their versions. A wording that nobody has agreed to yet
 * is replaced; one that somebody has makes a new version, dated today.
 */
export const startCampaign = (
  { store, vault, now }: Pick<Context, 'store' | 'vault' | 'now'>,
  settings: Campaign,
  { languages, consent }: Interface,
): Promise<RunningCampaign> =>
  store.write(async (writing) => {
    const { wrapped } = vault.newKey(placeOf.indexKey(settings.slug));
    const row = await ensureCampaign(writing, settings.slug, wrapped);
    const { id } = row;
    const shown = { id, now: now() };
    const petitions: Record<string, Version> = {};
    for (const locale of Object.keys(settings.arguments)) {
      const text = petitionText(argumentIn(settings, locale).ask);
      petitions[locale] = await currentVersion(writing, { ...shown, kind: 'petition', locale, text });
    }
    const locales = localesOf(settings, languages);
    const wordings: Record<string, Wording> = {};
    for (const locale of locales) {
      // Whoever reads the petition in another language than the page's signs that language's text.
      const petition = petitions[textLocaleOf(settings, locale)];
      if (petition === undefined) throw new Error(`no petition of ${settings.slug} in ${locale}`);
      const text = consentText(consent(locale));
      const agreed = await currentVersion(writing, { ...shown, kind: 'consent', locale, text });
      wordings[locale] = {
        petitionTextId: petition.textId,
        consentTextId: agreed.textId,
        petitionChangedOn: petition.changedOn,
      };
    }
    const inForce = await settingsInForce(writing.db, settings, row);
    return { id, locales, wordings, folder: settings, ...standing(vault, settings.slug, row), ...inForce };
  });

/** Takes in what organizers and commands beside the server have changed about a campaign. */
export function refreshCampaign(
  { store, vault }: Pick<Context, 'store' | 'vault'>,
  campaign: RunningCampaign,
): Promise<void> {
  // One after the other: what was read first must not be taken in last.
  const refreshed = (refreshing.get(campaign) ?? Promise.resolve()).then(async () => {
    const { folder } = campaign;
    const row = await campaignRow(store.read, folder.slug);
    if (row === undefined) return;
    const inForce = await settingsInForce(store.read, folder, row);
    Object.assign(campaign, inForce, standing(vault, folder.slug, row));
  });
  refreshing.set(
    campaign,
    refreshed.catch(() => undefined),
  );
  return refreshed;
}

const refreshing = new WeakMap<RunningCampaign, Promise<void>>();

/** How a campaign stands in the database, whatever its folder says. */
export function standing(vault: Vault, slug: string, { index_key: wrapped }: CampaignRow) {
  const key = wrapped === null ? undefined : vault.unwrapKey(placeOf.indexKey(slug), wrapped);
  return {
    indexOf: key === undefined ? undefined : (address: string) => addressIndex(key, normaliseAddress(address)),
    domainTagOf: key === undefined ? undefined : (address: string) => domainTag(key, mailDomainOf(address)),
    personIndexOf:
      key === undefined ? undefined : (person: SignatureInput) => personIndex(key, normalisePerson(person)),
  };
}

interface Shown {
  id: number;
  kind: TextKind;
  locale: string;
  text: string;
  now: number;
}

interface Version {
  textId: number;
  /** ISO days, each once. */
  changedOn: string[];
}

async function currentVersion(writing: Writing, { id, kind, locale, text, now }: Shown): Promise<Version> {
  const textId = await ensureText(writing, text);
  const versions = await textVersions(writing.db, id, kind, locale);
  const last = versions.at(-1);
  if (last?.text_id !== textId) {
    if (last !== undefined && !(await textWasAgreedTo(writing.db, id, kind, last.text_id))) {
      versions.pop();
      await deleteTextVersion(writing, last.id);
    }
    if (versions.at(-1)?.text_id !== textId) {
      versions.push(
        await insertTextVersion(writing, { campaign_id: id, kind, locale, text_id: textId, since_at: toHour(now) }),
      );
    }
  }
  const changedOn = new Set(versions.slice(1).map((version) => isoDay(version.since_at)));
  return { textId, changedOn: [...changedOn] };
}
