import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportedFrom } from '../../support/a-context.ts';
import { aCrowd } from '../../support/a-crowd.ts';
import { aRudeMailServer } from '../../support/a-rude-mail-server.ts';
import { untilIt } from '../../support/an-outbox.ts';
import { aServerAt, withFolder, type Fault } from './fault.ts';
import { mount, unmount } from './tools.ts';

const rounds = 3;

export const fullDisk: Fault = {
  name: 'full-disk',
  says: 'the disk fills up and is given room again; people are told to come again, pages go on, nobody who was answered is lost, no mail goes out twice',
  needs: ['mount'],
  run: (tell) =>
    withFolder(async (folder) => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      if (!mount(disk, '24m')) throw new Error('the disk could not be mounted');
      await fill(disk, tell).finally(() => {
        if (!unmount(disk)) throw new Error(`${disk} could not be unmounted`);
      });
    }),
};

async function fill(disk: string, tell: (progress: string) => void): Promise<void> {
  const mailServer = await aRudeMailServer(() => 'polite');
  const dataDir = join(disk, 'data');
  const server = await aServerAt(dataDir, { SMTP_URL: mailServer.url });
  const crowd = aCrowd(server.url, 's');
  const filler = join(disk, 'filler');
  try {
    for (let round = 1; round <= rounds; round++) {
      await crowd.until('answered', 50);
      takeAllRoom(filler, disk);
      await crowd.until('refused', 30);
      const page = await fetch(`${server.url}/social-credit`);
      if (page.status !== 200) throw new Error(`a page was answered ${page.status} on a full disk`);
      rmSync(filler);
      await crowd.until('answered', 50);
      tell(
        `${round} of ${rounds} times, ${crowd.answered.length} answered, ${crowd.refused.length} told to come again`,
      );
    }
    await crowd.stop();
    const unsaid = crowd.refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null);
    if (unsaid.length > 0) throw new Error(`not told to come again: ${JSON.stringify(unsaid.slice(0, 5))}`);
    await untilIt(() => new Set(mailServer.taken.map(({ to }) => to)).size >= crowd.answered.length, 60);
  } finally {
    await crowd.stop();
    await server.stop();
    await mailServer.stop();
    if (existsSync(filler)) rmSync(filler);
  }
  const stored = new Set((await exportedFrom(dataDir)).rows.map(({ email }) => email));
  const lost = crowd.answered.filter((email) => !stored.has(email));
  if (lost.length > 0) throw new Error(`${lost.length} were answered and are not stored`);
  const ids = mailServer.taken.map(({ messageId }) => messageId);
  if (new Set(ids).size < ids.length) throw new Error(`${ids.length - new Set(ids).size} mails came twice`);
}

/** All but some kilobytes: SQLite writes what still fits. */
function takeAllRoom(filler: string, disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  try {
    writeFileSync(filler, Buffer.alloc(Math.max(0, (bavail - 4) * bsize)));
  } catch (error) {
    // The server was quicker with the last of it: the disk is as full as it gets.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
