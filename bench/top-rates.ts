import { aServerProcess } from './a-process.ts';
import { load, newSigner } from './load.ts';
import { aSilence } from './silence.ts';

/** What this machine answers when it is asked for one thing alone, by the second. Takes some seconds. */
export async function topRates(dataDir: string): Promise<{ signatures: number; views: number }> {
  const silence = await aSilence();
  const server = await aServerProcess(dataDir, { SMTP_URL: silence.url });
  const sign = { url: server.url, path: '/social-credit/sign', status: 303, form: newSigner };
  const page = { url: server.url, path: '/social-credit', status: 200, headers: { 'Accept-Encoding': 'br' } };
  try {
    await load({ ...sign, seconds: 1 });
    const signatures = (await load({ ...sign, seconds: 3 })).rate;
    await load({ ...page, seconds: 1 });
    return { signatures, views: (await load({ ...page, seconds: 3 })).rate };
  } finally {
    await server.kill();
    silence.close();
  }
}
