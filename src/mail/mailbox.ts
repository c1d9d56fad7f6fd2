import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** A mail that was written to a file instead of being sent. */
export interface MailboxMail {
  id: string;
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  /** ISO 8601. */
  date: string;
  text: string;
  html: string | undefined;
  headers: { name: string; value: string }[];
}

export interface Mailbox {
  /** The newest first. */
  list(): Promise<MailboxMail[]>;
  /** One mail, or undefined if there is none by that id. */
  open(id: string): Promise<MailboxMail | undefined>;
}

/** Whoever has more mails than this to look at reads the files. */
const mostListed = 200;

export const openMailbox = (folder: string): Mailbox => ({
  list: async () => {
    const files = await readdir(folder).catch(() => []);
    const ids = files.filter((file) => file.endsWith('.eml')).map((file) => file.slice(0, -'.eml'.length));
    return Promise.all(
      ids
        .toSorted()
        .toReversed()
        .slice(0, mostListed)
        .map((id) => read(folder, id)),
    );
  },
  open: async (id) => (/^\d{8,}-[a-z-]+$/.test(id) ? read(folder, id).catch(() => undefined) : undefined),
});

async function read(folder: string, id: string): Promise<MailboxMail> {
  const mail = await PostalMime.parse(await readFile(join(folder, `${id}.eml`)));
  return {
    id,
    from: addressed(mail.from),
    to: (mail.to ?? []).map(addressed).join(', '),
    replyTo: (mail.replyTo ?? []).map(addressed).join(', '),
    subject: mail.subject ?? '',
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
}

function addressed(address: Email['from']): string {
  if (address === undefined) return '';
  return address.name === '' ? (address.address ?? '') : `${address.name} <${address.address ?? ''}>`;
}
