import type { Vault } from '../vault/vault.ts';

/**
 * The name of a form's field that people neither see nor reach. It is another one for each campaign and installation, so that robots find it in
 * no list.
 */
export const honeypotName = (vault: Pick<Vault, 'mac'>, slug: string): string =>
  `f${vault.mac(`honeypot ${slug}`).toString('hex').slice(0, 10)}`;

/** Whether somebody filled it in, be it a robot or a browser that fills in whatever it finds. @param sent values by field name */
export function isHoneypotFilled(vault: Pick<Vault, 'mac'>, slug: string, sent: Record<string, unknown>): boolean {
  const value = sent[honeypotName(vault, slug)];
  return typeof value === 'string' && value !== '';
}
