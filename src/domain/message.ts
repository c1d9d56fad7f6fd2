/** `due` → `claimed` → `sent` | `due` again | `failed`. */
export type MessageState = 'due' | 'claimed' | 'sent' | 'failed';

/**
 * A mail to send, as it stands in the outbox. Mails to addresses that are not verified carry
 * nothing that anybody typed: only the link and the code.
 */
export type Message =
  | { kind: 'confirm-signature'; data: { token: string; code: string } }
  | { kind: 'already-signed'; data: Record<string, never> }
  | { kind: 'verify-letter'; data: { token: string; code: string } }
  | { kind: 'letter'; data: { deliveryId: number } }
  | { kind: 'letter-copy'; data: { letterId: number } };

export type MessageKind = Message['kind'];

/** A message as it is claimed from the outbox. */
export type ClaimedMessage = Message & {
  id: number;
  campaignId: number;
  locale: string;
  to: string;
  /** How often sending was tried before. */
  attempts: number;
  createdAt: number;
  /** Settling is refused once this claim has lapsed and somebody else holds the message. */
  claim: string;
};
