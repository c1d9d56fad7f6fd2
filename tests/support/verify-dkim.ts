import type { KeyObject } from 'node:crypto';
import { dkimVerify } from 'mailauth';

/**
 * What whoever gets a mail finds of its DKIM signature, with the key as a name server would give it.
 * @returns `pass`, or why not; and who signed what
 */
export async function verifyDkim(
  raw: Buffer,
  publicKey: KeyObject,
): Promise<{ result: string; domain: string; selector: string; signed: string[] }> {
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  const { results } = await dkimVerify(raw, { resolver: async () => [[record]] });
  const [first, ...others] = results;
  if (first === undefined || others.length > 0) throw new Error(`${results.length} signatures`);
  const { status, signingDomain, selector, signingHeaders } = first;
  const signed = signingHeaders?.keys.split(/\s*[:,]\s*/).map((name) => name.trim().toLowerCase()) ?? [];
  return { result: status.result, domain: signingDomain ?? '', selector: selector ?? '', signed };
}
