/** One text by one writer: `pending` → `verified` | `expired`. */
export type LetterState = 'pending' | 'verified' | 'expired';

/**
 * One letter to one representative: `queued` → `sent` → `bounced`; `queued` → `failed`, or
 * `handed-over` when the writer sends it by another way. `repeated`: the writer had written to them before, and only the
 * first letter goes.
 */
export type DeliveryState = 'queued' | 'sent' | 'bounced' | 'failed' | 'handed-over' | 'repeated';

/** What the writer said when asked whether there was an answer. */
export type Answered = 'yes' | 'no';

/** What a writer typed and chose, after validation. */
export interface LetterInput {
  name: string;
  email: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  postcode: string;
  subject: string;
  /** Line ends are LF. May hold `{{ representative }}` and `{{ name }}`. */
  body: string;
  /** Ids of representatives, each once. */
  representatives: number[];
}

/** What is sealed of a letter's writer, for organizers. */
export interface WriterRecord {
  name: string;
  email: string;
  postcode: string;
}

/** What the writer's own link opens: the same, and the key of the letter's text while that is kept. */
export interface OwnWriterRecord extends WriterRecord {
  /** 32 bytes in base 64. */
  textKey: string;
}

/** What is needed to send a letter; deleted some weeks later. */
export interface LetterText {
  name: string;
  email: string;
  postcode: string;
  subject: string;
  body: string;
}

/** Puts the two names where the writer's text asks for them; any other braces stay as typed. */
export function personalise(text: string, names: { representative: string; name: string }): string {
  return text.replace(/\{\{ ?(representative|name) ?\}\}/g, (_, field: 'representative' | 'name') => names[field]);
}
