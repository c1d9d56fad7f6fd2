/**
 * How a row's contents are laid out once they are sealed: one byte of version, the nonce, AES-256-GCM ciphertext, the tag
 * (NIST SP 800-38D). Here because both who seals and an organizer's browser, which opens, have to know it.
 */
export const sealedLayout = {
  /** A later format gets another. Never renumber: rows keep it for years. */
  version: 1,
  nonceBytes: 12,
  tagBytes: 16,
} as const;

/** What is authenticated together with the contents. @param place as `placeOf` says it */
export const authenticatedText = (place: string): string => `campaign-kit ${sealedLayout.version} ${place}`;
