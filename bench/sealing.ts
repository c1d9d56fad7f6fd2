import { randomBytes } from 'node:crypto';
import { ownKey } from '../src/vault/own-key.ts';
import { keyOf, sealRecord } from '../src/vault/seal.ts';
import { aServerProcess, withFolder } from './a-process.ts';
import { besideFloor, inTurns, type Figure } from './figure.ts';
import { load, newSigner } from './load.ts';
import { aSilence } from './silence.ts';

const rounds = 20_000;

/** What sealing takes of a sign request: the seals of one signature and its mail, beside what a request of a busy server takes. */
export const sealing = (): Promise<Figure[]> =>
  withFolder(async (dataDir) => {
    const silence = await aSilence();
    const server = await aServerProcess(dataDir, { SMTP_URL: silence.url });
    try {
      const all = await inTurns(async () => {
        const { rate } = await load({ url: server.url, path: '/social-credit/sign', status: 303, form: newSigner });
        return { value: sealMicroseconds(), floor: 1_000_000 / rate };
      });
      return [
        besideFloor(
          {
            name: 'sealing, of a sign request',
            unit: 'µs',
            floorIs: 'a sign request of the busy server',
            goal: { of: 'ratio', is: 'at most', than: 0.1 },
          },
          all,
        ),
      ];
    } finally {
      await server.stop();
      silence.close();
    }
  });

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
