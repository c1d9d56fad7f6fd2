import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportedFrom } from '../../support/a-context.ts';
import { aCrowd } from '../../support/a-crowd.ts';
import { aServerAt, withFolder, type Fault } from './fault.ts';

/** By the count of the server's own thread: a start on a folder that is there takes fewer. */
const failing = { from: 60, to: 75 };

export const failingFsync: Fault = {
  name: 'failing-fsync',
  says: 'the disk does not keep what is written for a while; nobody is told then that they have signed, and who is told so before or after is not lost',
  needs: ['strace'],
  run: (tell) =>
    withFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      const first = await aServerAt(dataDir);
      await first.stop();
      const traced = join(folder, 'traced.txt');
      const syncs = 'fsync,fdatasync';
      const inject = `inject=${syncs}:error=EIO:when=${failing.from}..${failing.to}`;
      const under = ['strace', '-f', '--seccomp-bpf', '-qq', '-y', '-o', traced, '-e', `trace=${syncs}`, '-e', inject];
      const server = await aServerAt(dataDir, {}, under);
      const crowd = aCrowd(server.url, 's', 3);
      try {
        await crowd.until('refused', 3, 120);
        await crowd.until('answered', 30, 120);
      } finally {
        await crowd.stop();
        await server.kill();
      }
      const calls = readFileSync(traced, 'utf8').split('\n');
      const injected = calls.filter((call) => call.includes('INJECTED'));
      tell(
        `${injected.length} times EIO, ${crowd.answered.length} answered, ${crowd.refused.length} told to come again`,
      );
      if (crowd.refused.some(({ status, retryAfter }) => status !== 503 || retryAfter === null))
        throw new Error('somebody was told something else than to come again');
      if (!server.lines.some((line) => line.includes('SQLITE_IOERR_FSYNC')))
        throw new Error('the log does not tell why');
      // SQLite's own sync failed first; the first one that did not has to be of the log that was written anew.
      const next = calls[calls.findLastIndex((call) => call.includes('INJECTED')) + 1] ?? '';
      if (!next.includes('-wal>') || fileOf(next) === fileOf(injected[0] ?? ''))
        throw new Error('it went on without writing the log anew');
      const stored = new Set((await exportedFrom(dataDir)).rows.map(({ email }) => email));
      const lost = crowd.answered.filter((email) => !stored.has(email));
      if (lost.length > 0) throw new Error(`${lost.length} were answered and are not stored`);
    }),
};

/** The number of the open file that a call is about. */
const fileOf = (call: string): string => /sync\((\d+)/.exec(call)?.[1] ?? '';
