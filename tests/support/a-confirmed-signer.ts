import { confirmSignature } from '../../src/campaign/confirm-signature.ts';
import type { RunningCampaign } from '../../src/campaign/context.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import type { SignatureInput } from '../../src/domain/signature.ts';
import type { SignatureRow } from '../../src/store/schema.ts';
import { signatureOfAddress } from '../../src/store/signatures.ts';
import type { TestContext } from './a-context.ts';
import { typed } from './a-signature.ts';

/** Somebody who signed and confirmed. */
export async function aConfirmedSigner(
  context: TestContext,
  changes: Partial<SignatureInput> = {},
  campaign: RunningCampaign = context.socialCredit,
): Promise<SignatureRow> {
  const input = typed(changes);
  await signPetition(context, campaign, 'en', input);
  const { store, vault, now } = context;
  const found = () => signatureOfAddress(store.read, campaign.id, campaign.indexOf!(input.email));
  const signature = (await found())!;
  await store.write((writing) =>
    confirmSignature(writing, { vault, campaign, signature, submission: signature, now: now() }),
  );
  return (await found())!;
}
