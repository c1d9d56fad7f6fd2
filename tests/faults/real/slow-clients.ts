import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { aCrowd } from '../../support/a-crowd.ts';
import { aServerAt, withFolder, type Fault } from './fault.ts';

/** Headers that never end, bodies that never end, answers that nobody reads. */
const attacks = { headers: ['-H'], bodies: ['-B'], readers: ['-X', '-w', '10', '-y', '20', '-n', '5', '-z', '32'] };
const attackSeconds = 15;

export const slowClients: Fault = {
  name: 'slow-clients',
  says: 'hundreds of connections send or read a byte now and then; people who sign meanwhile are answered all the same',
  needs: ['slowhttptest'],
  run: (tell) =>
    withFolder(async (folder) => {
      const server = await aServerAt(join(folder, 'data'));
      const crowd = aCrowd(server.url, 's', 3);
      try {
        for (const [name, args] of Object.entries(attacks)) {
          const before = crowd.answered.length;
          const bounds = ['-c', '300', '-r', '100', '-l', String(attackSeconds), '-i', '5', '-p', '3'];
          const attack = spawn('slowhttptest', [...args, ...bounds, '-u', `${server.url}/social-credit/sign`], {
            stdio: 'ignore',
          });
          await once(attack, 'exit');
          const answered = crowd.answered.length - before;
          tell(`slow ${name}: ${answered} people were answered meanwhile`);
          if (answered < attackSeconds)
            throw new Error(`only ${answered} people were answered while slow ${name} came`);
        }
      } finally {
        await crowd.stop();
        await server.stop();
      }
    }),
};
