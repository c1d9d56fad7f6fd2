import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { killUnderLoad } from '../../support/kill-under-load.ts';
import { doubled, losses } from '../../support/losses.ts';
import { withFolder, type Fault } from './fault.ts';

const kills = Number(process.env.FAULT_KILLS ?? 500);
/** Kept, and gone on with by whoever names it again; unset: a folder that is deleted afterwards. */
const kept = process.env.FAULT_DIR;

export const killing: Fault = {
  name: 'kills',
  says: `the server is killed ${kills} times while people sign, confirm and write; nobody and no letter is lost, each double is told (FAULT_KILLS, FAULT_DIR)`,
  needs: [],
  run: (tell) => (kept === undefined ? withFolder((folder) => kill(folder, tell)) : kill(kept, tell)),
};

async function kill(folder: string, tell: (progress: string) => void): Promise<void> {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const journal = await killUnderLoad({
    dataDir,
    kills,
    journalFile: join(folder, 'journal.jsonl'),
    told: (sofar) => tell(inWords(sofar)),
  });
  tell(`${inWords(journal)}; looking whether all of it is there`);
  const lost = await losses(dataDir, journal);
  if (lost.length > 0) throw new Error(`${lost.length} faults:\n  ${lost.slice(0, 20).join('\n  ')}`);
  const twice = doubled(journal);
  tell(`${inWords(journal)}: nothing lost, ${twice} mails came twice, of each of which the log tells`);
}

const inWords = ({
  kills: done,
  signed,
  confirmed,
  wrote,
  verified,
  taken,
}: Awaited<ReturnType<typeof killUnderLoad>>) =>
  `${done.length} of ${kills} kills, ${signed.size} signed, ${confirmed.size} confirmed, ${wrote.size} wrote, ${verified.size} letters verified, ${taken.length} mails`;
