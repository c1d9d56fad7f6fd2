import type { Paper } from '../domain/paper.ts';

/** What the writer takes to representatives themselves. */
export interface SendView {
  token: string;
  /** How many get the same letter by mail from us. */
  mailed: number;
  tasks: SendTask[];
}

export interface SendTask {
  deliveryId: number;
  representative: string;
  /** Role, party and area. */
  about: string;
  state: 'waiting' | 'mail-failed' | 'sent';
  /** When the writer said so, to the hour, in words. */
  sentAt: string;
  /** Whether they are in office no longer: then there is nothing to do. */
  left: boolean;
  /** The letter as this representative gets it; undefined where the link does not open it or it was deleted. */
  letter: { subject: string; body: string } | undefined;
  textGone: boolean;
  /** The best first. */
  ways: SendWay[];
}

export type SendWay =
  | { channel: 'form'; url: string }
  /** `script` is undefined where the letter is. */
  | { channel: 'phone'; number: string; script: PhoneScript | undefined }
  | { channel: 'post'; address: string[]; printPath: string | undefined };

export interface PhoneScript {
  name: string;
  email: string;
  /** Postcode and country, as far as they are known. */
  place: string;
  subject: string;
  /** The letter's first paragraphs. */
  spoken: string[];
}

/** A letter on paper. */
export interface PrintView {
  backPath: string;
  paper: Paper;
  /** `country` is '' where it is the representative's own. */
  sender: { name: string; email: string; postcode: string; country: string };
  /** `lines` follow the name. */
  to: { name: string; lines: string[]; country: string };
  /** ISO. */
  day: string;
  subject: string;
  /** Without the writer's name at its end, which stands under the signature. */
  text: string;
}
