import { toHour } from '../domain/clock.ts';
import { placeOf } from '../domain/place.ts';
import type { ShownName } from '../domain/signature.ts';
import { deletePublicName } from '../store/public-names.ts';
import { emptyResubmissions, type ResubmissionRow } from '../store/resubmissions.ts';
import type { SignatureRow } from '../store/schema.ts';
import { updateSignature } from '../store/signatures.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';
import type { RunningCampaign } from './context.ts';
import { showName } from './shown-names.ts';

interface Confirmed {
  vault: Vault;
  campaign: RunningCampaign;
  signature: SignatureRow;
  /** The form whose mail was answered: the signature's first one or one that was sent again. */
  submission: SignatureRow | ResubmissionRow;
  now: number;
}

/**
 * What was sent with the mail that was answered is what counts; what the other forms said is forgotten. From now on
 * the page shows the signer, if that is what they chose. What was gathered elsewhere counts as gathered here from now on, and once.
 */
export async function confirmSignature(
  writing: Writing,
  { vault, campaign, signature, submission, now }: Confirmed,
): Promise<void> {
  const { sealed, epoch_id, own, form, country, source, locale } = submission;
  const { petition_text_id, consent_text_id, network, honeypot } = submission;
  const typed = { sealed, epoch_id, own, form, country, source, locale };
  const chosen = { ...typed, petition_text_id, consent_text_id, network, honeypot };
  const confirmed = { state: 'confirmed' as const, confirmed_at: toHour(now), to_show: null, no_news: 0 as const };
  const here = { origin: 'site', created_at: submission.created_at, invalidation_id: null } as const;
  const origin = signature.origin === 'site' ? {} : here;
  await updateSignature(writing, signature, { ...chosen, ...confirmed, ...origin, public: submission.public }, now);
  if (submission.to_show !== null) {
    const { slug } = campaign.settings;
    const shown = vault.openForServer(placeOf.toShow(slug, signature.id, form), submission.to_show) as ShownName;
    await showName(writing, vault, slug, { ...shown, signature, country, shownAt: toHour(now) });
  } else if (signature.origin !== 'site') {
    // Whoever made the list said that they may be named; now they have chosen themselves.
    await deletePublicName(writing, signature.campaign_id, signature.id);
  }
  await emptyResubmissions(writing, signature.id);
}
