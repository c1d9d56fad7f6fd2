import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openMailbox, type MailboxMail } from '../../src/mail/mailbox.ts';

/**
 * The mails in a folder, the oldest first, for whoever looks again and again until one comes: each is read once, and once more
 * where it was written again.
 */
export function aMailbox(folder: string): () => Promise<MailboxMail[]> {
  const mailbox = openMailbox(folder);
  const known = new Map<string, { writtenAt: number; mail: MailboxMail | undefined }>();
  const read = async (file: string): Promise<MailboxMail | undefined> => {
    const { mtimeMs: writtenAt } = await stat(join(folder, file));
    const before = known.get(file);
    if (before?.writtenAt === writtenAt) return before.mail;
    const mail = await mailbox.open(file.slice(0, -'.eml'.length));
    known.set(file, { writtenAt, mail });
    return mail;
  };
  return async () => {
    const files = await readdir(folder).catch((): string[] => []);
    const mails = await Promise.all(
      files
        .filter((file) => file.endsWith('.eml'))
        .toSorted()
        .map(read),
    );
    return mails.filter((mail) => mail !== undefined);
  };
}
