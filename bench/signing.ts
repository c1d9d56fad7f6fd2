import { aProcess, aServerProcess, withFolder, type Process } from './a-process.ts';
import { bareServer } from './bare-server.ts';
import { besideFloor, inTurns, middle, type Figure } from './figure.ts';
import { jsonOf, load, newSigner } from './load.ts';
import { aSilence } from './silence.ts';
import { paced } from './paced.ts';
import { copyOf, stored } from './stored.ts';

const path = '/social-credit/sign';
const insertIs = 'Hono, URLSearchParams, the bare insert of as many bytes, in groups, on disk';

/**
 * Signing from the form and by the JSON API, durable and sealed, while the mail server says nothing.
 * @throws Error if anybody was answered whose signature is not on disk after the process was killed
 */
export const signing = (): Promise<Figure[]> =>
  withFolder(async (dataDir) => {
    const silence = await aSilence();
    const server = await aServerProcess(dataDir, { SMTP_URL: silence.url });
    let answered = (await load({ url: server.url, path, status: 303, form: newSigner, seconds: 2 })).answered;
    const floorFile = await copyOf(dataDir);
    const floor = await aProcess((port) => ['bench/floors/insert.ts', port, floorFile]);
    const bare = await bareServer(dataDir, { status: 303, headers: { Location: '/' }, body: '' });
    const rate = async ({ url }: Process): Promise<number> =>
      (await load({ url, path, status: 303, form: newSigner })).rate;
    const ours = async (): Promise<number> => {
      const loaded = await load({ url: server.url, path, status: 303, form: newSigner });
      answered += loaded.answered;
      return loaded.rate;
    };
    try {
      const form = await inTurns(async () => ({ value: await ours(), floor: await rate(floor) }));
      const beside = await inTurns(async () => ({ value: await ours(), floor: await rate(bare) }));
      const api = await inTurns(async () => {
        const loaded = await load({ ...jsonOf(server.url), status: 202 });
        answered += loaded.answered;
        return { value: loaded.rate, floor: await rate(floor) };
      });
      const top = middle(form.map(({ value }) => value)).value;
      const halves = await inTurns(async () => {
        const asked = { path, status: 303, form: newSigner, rate: top / 2, seconds: 6 };
        const half = await paced({ ...asked, url: server.url });
        answered += half.answered;
        return { value: half.p99, floor: (await paced({ ...asked, url: floor.url })).p99 };
      });
      await server.kill();
      const rows = stored(dataDir);
      if (rows < answered) throw new Error(`${answered} people were answered, but ${rows} signatures are stored`);
      return [
        besideFloor(
          { name: 'sign by form', unit: '/s', floorIs: insertIs, goal: { of: 'ratio', is: 'at least', than: 0.35 } },
          form,
        ),
        besideFloor(
          {
            name: 'sign by form, beside bare Node',
            unit: '/s',
            floorIs: 'bare node:http that reads the form and stores nothing',
            goal: { of: 'ratio', is: 'at least', than: 0.07 },
          },
          beside,
        ),
        besideFloor({ name: 'sign by JSON', unit: '/s', floorIs: insertIs }, api),
        besideFloor(
          {
            name: '99 of 100 signers wait at most, at half the top rate',
            unit: 'ms',
            floorIs: 'the bare insert asked as often: what the disk takes',
            goal: { of: 'value', is: 'at most', than: 25 },
          },
          halves,
        ),
      ];
    } finally {
      await Promise.all([server.stop(), floor.stop(), bare.stop()]);
      silence.close();
    }
  });
