/**
 * Where something sealed belongs. It is authenticated together with the contents, so that no row's contents can be
 * put into another row, another campaign or another column.
 */
export const placeOf = {
  /**
   * For organizers. A form that was sent again belongs to the signature that it may replace; `form` keeps the parts of one
   * form together.
   */
  signature: (campaign: string, id: number, form: Uint8Array) => `signature ${campaign} ${id} ${hex(form)}`,
  letter: (campaign: string, id: number) => `letter ${campaign} ${id}`,
  /** For the signer or the writer. */
  ownSignature: (campaign: string, id: number, form: Uint8Array) => `own signature ${campaign} ${id} ${hex(form)}`,
  ownLetter: (campaign: string, id: number) => `own letter ${campaign} ${id}`,
  /** For the page, before it is confirmed and after. */
  toShow: (campaign: string, id: number, form: Uint8Array) => `to show ${campaign} ${id} ${hex(form)}`,
  shown: (campaign: string, id: number) => `shown ${campaign} ${id}`,
  letterText: (campaign: string, id: number) => `letter text ${campaign} ${id}`,
  mail: (campaign: string, kind: string) => `mail ${campaign} ${kind}`,
  /** Of keys that the server key wraps. */
  mailKey: (period: number) => `mail ${period}`,
  indexKey: (campaign: string) => `address index ${campaign}`,
} as const;

const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};
