import autocannon from 'autocannon';
import type { ServerProcess } from './a-process.ts';

/** Long enough for the machine to settle, short enough for a coffee. */
const seconds = 5;
const connections = 50;

/**
 * Signs as many people as the server takes, each with an address of their own, from this machine to itself.
 * @throws Error if anybody gets another answer than the way on
 */
export async function signLoad({ url }: Pick<ServerProcess, 'url'>): Promise<{ answered: number; seconds: number }> {
  let signer = 0;
  const run = `${process.pid}-${performance.now().toFixed(0)}`;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/social-credit/sign',
        headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' },
        setupRequest: (request) => ({ ...request, body: formOf(`bench-${run}-${(signer += 1)}@example.org`) }),
      },
    ],
  });
  const answered = result['3xx'] ?? 0;
  if (result.non2xx !== answered || result.errors > 0)
    throw new Error(`not everybody was answered: ${result.non2xx - answered} refusals, ${result.errors} errors`);
  return { answered, seconds: result.duration };
}

const formOf = (email: string): string =>
  new URLSearchParams({
    name: 'Bench Example',
    email,
    country: 'DE',
    postcode: '10115',
    comment: 'A comment as long as the usual one: about a hundred characters, which say why somebody signs this.',
  }).toString();
