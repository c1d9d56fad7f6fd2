import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '../src/store/open-store.ts';
import { ownKey } from '../src/vault/own-key.ts';
import { keyOf, sealRecord } from '../src/vault/seal.ts';
import { aServerProcess } from './a-process.ts';
import { middle, type Figure } from './figure.ts';
import { signLoad } from './sign-load.ts';

const runs = 3;
const rounds = 20_000;

/**
 * What sealing takes of a sign request: the seals of one signature and its mail, beside the time that one request takes
 * when the server has no time left.
 * @throws Error if an answer has no row
 */
export async function sealing(): Promise<Figure[]> {
  const server = await aServerProcess();
  try {
    const seals: number[] = [];
    const requests: number[] = [];
    let answered = 0;
    for (let run = 0; run < runs; run++) {
      seals.push(sealMicroseconds());
      const load = await signLoad(server);
      answered += load.answered;
      requests.push((load.seconds * 1_000_000) / load.answered);
    }
    await everyAnswerIsARow(server.dataDir, answered);
    return [
      {
        name: 'sealing, of a sign request',
        unit: 'µs',
        ...middle(seals),
        floor: middle(requests).value,
        floorIs: 'a sign request of the busy server',
        goal: { of: 'ratio', is: 'at most', than: 0.1 },
      },
    ];
  } finally {
    await server.stop();
  }
}

/** For organizers, for the signer, for the outbox. */
function sealMicroseconds(): number {
  const bytes = randomBytes(32);
  const key = keyOf(bytes);
  const comment = 'A comment as long as the usual one: about a hundred characters, which say why somebody signs this.';
  const record = {
    name: 'Bench Example',
    email: 'bench-12345@example.org',
    postcode: '10115',
    comment,
    updates: false,
  };
  const mail = { to: record.email, data: { token: 'x'.repeat(64), code: '123456' } };
  const began = performance.now();
  for (let round = 0; round < rounds; round++) {
    sealRecord(key, `signature social-credit ${round}`, record);
    sealRecord(ownKey(bytes), `own signature social-credit ${round}`, record);
    sealRecord(key, 'mail social-credit confirm-signature', mail);
  }
  return ((performance.now() - began) * 1000) / rounds;
}

async function everyAnswerIsARow(dataDir: string, answered: number): Promise<void> {
  const store = await openStore({ kind: 'sqlite', file: join(dataDir, 'campaign.db') });
  const { rows } = await store.read
    .selectFrom('signatures')
    .select((of) => of.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  await store.close();
  if (rows < answered) throw new Error(`${answered} people were answered, but ${rows} signatures are stored`);
}
