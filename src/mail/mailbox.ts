import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** The mails that were written to files instead of being sent, the newest first. */
export async function listMailbox(folder: string, most = 200): Promise<{ id: string; mail: Email }[]> {
  const files = await readdir(folder).catch(() => []);
  const ids = files
    .filter((file) => file.endsWith('.eml'))
    .map((file) => file.slice(0, -4))
    .sort()
    .reverse()
    .slice(0, most);
  return Promise.all(ids.map(async (id) => ({ id, mail: await parse(folder, id) })));
}

/** One mail, or undefined if there is none by that id. */
export async function openMailboxMail(folder: string, id: string): Promise<Email | undefined> {
  return /^\d{8,}-[a-z-]+$/.test(id) ? parse(folder, id).catch(() => undefined) : undefined;
}

const parse = async (folder: string, id: string): Promise<Email> =>
  PostalMime.parse(await readFile(join(folder, `${id}.eml`)));
