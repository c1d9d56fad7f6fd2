import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportedFrom } from '../../support/a-context.ts';
import { aCrowd } from '../../support/a-crowd.ts';
import { aPostgres } from '../../support/a-postgres.ts';
import { aRudeMailServer } from '../../support/a-rude-mail-server.ts';
import { untilIt } from '../../support/an-outbox.ts';
import { aServerAt, withFolder, type Fault } from './fault.ts';

const rounds = 20;

export const crashingPostgres: Fault = {
  name: 'crashing-postgres',
  says: `PostgreSQL, with the disk's guarantees on, crashes or restarts ${rounds} times under load; nobody who was answered is lost, no mail goes out twice`,
  needs: [],
  run: (tell) =>
    withFolder(async (folder) => {
      const postgres = await aPostgres({ durable: true });
      const mailServer = await aRudeMailServer(() => 'polite');
      const env = { DATABASE_URL: postgres.url, SMTP_URL: mailServer.url };
      const dataDir = join(folder, 'data');
      const server = await aServerAt(dataDir, env);
      const crowd = aCrowd(server.url, 's');
      try {
        for (let round = 1; round <= rounds; round++) {
          await crowd.until('answered', 30, 60);
          if (round % 2 === 0) await postgres.restart();
          else {
            await postgres.crash();
            await sleep(300);
            await postgres.start();
          }
          tell(
            `${round} of ${rounds} times, ${crowd.answered.length} answered, ${crowd.refused.length} told to come again`,
          );
        }
        await crowd.until('answered', 30, 60);
        await crowd.stop();
        const unsaid = crowd.refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null);
        if (unsaid.length > 0) throw new Error(`not told to come again: ${JSON.stringify(unsaid.slice(0, 5))}`);
        const stored = new Set(
          (await exportedFrom(dataDir, { env: { DATABASE_URL: postgres.url } })).rows.map(({ email }) => email),
        );
        const lost = crowd.answered.filter((email) => !stored.has(email));
        if (lost.length > 0) throw new Error(`${lost.length} were answered and are not stored`);
        await untilIt(() => new Set(mailServer.taken.map(({ to }) => to)).size === stored.size, 240);
      } finally {
        await crowd.stop();
        await server.stop();
        await postgres.stop();
        await mailServer.stop();
      }
      const ids = mailServer.taken.map(({ messageId }) => messageId);
      const twice = ids.length - new Set(ids).size;
      const told = server.lines
        .filter((line) => /may go out twice|goes out again/.test(line))
        .flatMap((line) => /"messages?":"?([\d ]+)/.exec(line)?.[1]?.split(' ') ?? []);
      if (twice > new Set(told).size)
        throw new Error(`${twice} mails came twice, and the log names ${new Set(told).size}`);
    }),
};
