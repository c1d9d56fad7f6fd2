import type { SealedPage } from '../domain/sealed-page.ts';

/** Why no page came. `signed-out`: the session ended; `refused`: not theirs, or over; `unreachable`: try again. */
export type AskedPage = { outcome: 'page'; page: SealedPage } | { outcome: 'signed-out' | 'refused' | 'unreachable' };

/** Waits between tries, in milliseconds: long enough for a server that restarts, short enough to sit through. */
const waits = [500, 2000, 5000];

/** Asks for a page of sealed rows, and some times more where the network or the server fails. */
export async function askPage(
  address: string,
  after: number,
  { fetched = fetch, waitMilliseconds = waits }: { fetched?: typeof fetch; waitMilliseconds?: readonly number[] } = {},
): Promise<AskedPage> {
  for (const wait of [...waitMilliseconds, undefined]) {
    const asked = await askOnce(`${address}?after=${after}`, fetched);
    if (asked.outcome !== 'unreachable' || wait === undefined) return asked;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return { outcome: 'unreachable' };
}

async function askOnce(address: string, fetched: typeof fetch): Promise<AskedPage> {
  try {
    // A redirect leads to the page to sign in, which is no page of rows.
    const answer = await fetched(address, { redirect: 'manual', headers: { Accept: 'application/json' } });
    if (answer.ok) return { outcome: 'page', page: (await answer.json()) as SealedPage };
    if (answer.type === 'opaqueredirect' || answer.status === 303) return { outcome: 'signed-out' };
    return { outcome: answer.status >= 500 ? 'unreachable' : 'refused' };
  } catch {
    // No connection, or one that broke in the middle of the page.
    return { outcome: 'unreachable' };
  }
}
