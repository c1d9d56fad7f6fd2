import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Taken } from './a-rude-mail-server.ts';

/** What people were told and what mail servers took, while a server died again and again. */
export interface Journal {
  /** Addresses of those who were told that they have signed. */
  signed: Set<string>;
  /** Of those who were told that they have confirmed. */
  confirmed: Set<string>;
  /** Of those who were told that their letter waits for them to press a link; and that they have. */
  wrote: Set<string>;
  verified: Set<string>;
  taken: Taken[];
  /** Numbers of messages of which the log said that they may go out twice. */
  again: Set<number>;
  /** When the server was killed, in milliseconds since 1970. */
  kills: number[];
}

export type Entry =
  | { what: 'signed' | 'confirmed' | 'wrote' | 'verified'; email: string }
  | { what: 'taken'; mail: Taken }
  | { what: 'again'; messages: number[] }
  | { what: 'kill'; at: number };

/** @param file where it is kept, so that whoever was interrupted can go on; undefined: nowhere */
export function openJournal(file?: string): { journal: Journal; note: (entry: Entry) => void } {
  const journal: Journal = {
    signed: new Set(),
    confirmed: new Set(),
    wrote: new Set(),
    verified: new Set(),
    taken: [],
    again: new Set(),
    kills: [],
  };
  const take = (entry: Entry): void => {
    if (entry.what === 'taken') journal.taken.push(entry.mail);
    else if (entry.what === 'again') entry.messages.forEach((id) => journal.again.add(id));
    else if (entry.what === 'kill') journal.kills.push(entry.at);
    else journal[entry.what].add(entry.email);
  };
  if (file !== undefined && existsSync(file))
    for (const line of readFileSync(file, 'utf8').split('\n')) if (line.endsWith('}')) take(JSON.parse(line) as Entry);
  return {
    journal,
    note: (entry) => {
      take(entry);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(entry)}\n`);
    },
  };
}
