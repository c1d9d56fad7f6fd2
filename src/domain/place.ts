/**
 * Where something sealed belongs. It is authenticated together with the contents, so that no row's contents can be
 * put into another row, another campaign or another column.
 */
export const placeOf = {
  /** For organizers. A form that was sent again belongs to the signature that it may replace. */
  signature: (campaign: string, id: number) => `signature ${campaign} ${id}`,
  letter: (campaign: string, id: number) => `letter ${campaign} ${id}`,
  /** For the signer or writer. */
  own: (about: 'signature' | 'letter', campaign: string, id: number) => `own ${about} ${campaign} ${id}`,
  /** For the page, once it is confirmed. */
  toShow: (campaign: string, id: number) => `to show ${campaign} ${id}`,
  letterText: (campaign: string, id: number) => `letter text ${campaign} ${id}`,
  mail: (campaign: string, kind: string) => `mail ${campaign} ${kind}`,
  /** Of keys that the server key wraps. */
  mailKey: (hour: number) => `mail ${hour}`,
  indexKey: (campaign: string) => `address index ${campaign}`,
} as const;
