import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { TestServer } from './a-server.ts';

/** The work that a campaign asks of a browser, done. */
export async function aSolution(server: TestServer, campaign = 'social-credit'): Promise<string> {
  const challenge = (await (await server.get(`/api/v1/campaigns/${campaign}/challenge`)).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
