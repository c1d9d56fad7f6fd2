/** `due` → `claimed` → `sent` | `due` again | `failed`. */
export type MessageState = 'due' | 'claimed' | 'sent' | 'failed';

/** How a try to send one went; `put-off` ones are tried again. */
export type MailOutcome = 'sent' | 'put-off' | 'failed';

/** Why no mail goes out: the database takes nothing, so that what went out could not be written down; or the mail server refuses everybody. */
export type MailHeld = 'database' | 'refusals';

/**
 * A mail to send. Mails to addresses that are not verified carry nothing that anybody typed: only the link and
 * the code. `token` leads to what we hold about the reader.
 */
export type Message =
  | { kind: 'confirm-signature'; data: { token: string; code: string } }
  | { kind: 'already-signed'; data: { token: string; invalidated: boolean } }
  | { kind: 'verify-letter'; data: { token: string; code: string } }
  | { kind: 'letter'; data: { deliveryId: number } }
  | { kind: 'letter-copy'; data: { letterId: number; token: string } }
  | { kind: 'did-they-answer'; data: { letterId: number; token: string } }
  | { kind: 'letter-returned'; data: { deliveryId: number; token: string } }
  | { kind: 'your-data'; data: { token: string } };

export type MessageKind = Message['kind'];

/** What is sealed of a message: to whom it goes, and its data. */
export interface MessageContents {
  to: string;
  data: Message['data'];
}

/** A message as it is claimed from the outbox. */
export interface ClaimedMessage {
  id: number;
  campaignId: number;
  kind: MessageKind;
  locale: string;
  /** `MessageContents`, by the mail key of `mailPeriod`. */
  sealed: Buffer;
  mailPeriod: number;
  /** How often sending was tried before. */
  attempts: number;
  createdAt: number;
  /** Settling is refused once this claim has lapsed and somebody else holds the message. */
  claim: string;
  /** Somebody had claimed it before and died: it may have gone out already. */
  again?: true;
}
