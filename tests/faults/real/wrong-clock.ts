import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportedFrom } from '../../support/a-context.ts';
import { aCrowd } from '../../support/a-crowd.ts';
import { aRudeMailServer } from '../../support/a-rude-mail-server.ts';
import { untilIt } from '../../support/an-outbox.ts';
import { aServerAt, withFolder, type Fault } from './fault.ts';

const jumps = ['+1d', '+0', '-1d', '+0'];

export const wrongClock: Fault = {
  name: 'wrong-clock',
  says: 'the machine’s clock jumps a day ahead and back while people sign and mail goes out; nobody is refused or lost, each mail goes out once and none waits for a day',
  needs: ['faketime'],
  run: (tell) =>
    withFolder(async (folder) => {
      const clock = join(folder, 'clock');
      writeFileSync(clock, '+0\n');
      const mailServer = await aRudeMailServer(() => 'polite');
      const dataDir = join(folder, 'data');
      const server = await aServerAt(dataDir, {
        SMTP_URL: mailServer.url,
        // Its library, without the program: that would set the clock for good.
        LD_PRELOAD: execFileSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim(),
        FAKETIME_TIMESTAMP_FILE: clock,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      });
      const crowd = aCrowd(server.url, 's');
      try {
        for (const jump of jumps) {
          await crowd.until('answered', 60);
          writeFileSync(clock, `${jump}\n`);
          await sleep(1500);
          tell(`clock at ${jump}, ${crowd.answered.length} answered, ${mailServer.taken.length} mails`);
        }
        await crowd.until('answered', 60);
        await crowd.stop();
        if (crowd.refused.length > 0) throw new Error(`refused: ${JSON.stringify(crowd.refused.slice(0, 5))}`);
        // What is bounded after a jump back, is so within a minute; what was claimed, three minutes later.
        await untilIt(() => new Set(mailServer.taken.map(({ to }) => to)).size >= crowd.answered.length, 300);
      } finally {
        await crowd.stop();
        await server.stop();
        await mailServer.stop();
      }
      const ids = mailServer.taken.map(({ messageId }) => messageId);
      if (new Set(ids).size < ids.length) throw new Error(`${ids.length - new Set(ids).size} mails came twice`);
      const stored = new Set((await exportedFrom(dataDir)).rows.map(({ email }) => email));
      const lost = crowd.answered.filter((email) => !stored.has(email));
      if (lost.length > 0) throw new Error(`${lost.length} were answered and are not stored`);
    }),
};
