import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { aProcess, type Process } from './a-process.ts';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

let files = 0;

/** Bare `node:http` that gives everybody the same answer from memory. @param folder where the answer is put for it */
export function bareServer(folder: string, { status, headers, body }: Answer): Promise<Process> {
  const file = join(folder, `answer-${(files += 1)}.json`);
  writeFileSync(file, JSON.stringify({ status, headers, body: Buffer.from(body).toString('base64') }));
  return aProcess((port) => ['bench/floors/bytes.ts', port, file]);
}

/** The same as a server of ours gives: status, headers and bytes as they came over the wire. */
export async function copiedServer(folder: string, url: string, headers: Record<string, string>): Promise<Process> {
  const answer = await new Promise<Answer>((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const kept = Object.entries(response.headers).filter(([name]) => !ofTheWire.includes(name));
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks),
        });
      });
    })
      .once('error', reject)
      .end();
  });
  return bareServer(folder, answer);
}

const ofTheWire = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];
