import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Whatever takes longer than this is a machine that cannot. */
const longestMilliseconds = 60_000;

/**
 * Asks for work and does it. The keys are made by the browser's own cryptography, beside the page.
 * @returns challenge and solution, as a form sends them
 * @throws Error where there is no work, or no cryptography: browsers keep that to pages that came by HTTPS
 */
export async function doWork(address: string): Promise<string> {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`no work: ${answer.status}`);
  const challenge = (await answer.json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey, timeout: longestMilliseconds });
  if (solution === null) throw new Error('the work was not done in time');
  return btoa(JSON.stringify({ challenge, solution }));
}
