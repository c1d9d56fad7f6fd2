import { openAsBlob } from 'node:fs';
import { RestoreRefused } from '../campaign/restore.ts';
import { decryptStream } from '../vault/age-stream.ts';

/** In characters; the longest row of all is a petition's text. What is packed could go on for ever. */
const longestLine = 10_000_000;

/** The lines of a backup. @throws RestoreRefused if none of the identities opens it */
export async function* backupLinesIn(file: string, identities: string[]): AsyncGenerator<string> {
  const sealed = (await openAsBlob(file)).stream();
  const zipped = await decryptStream(sealed, identities).catch((error: unknown) => {
    throw new RestoreRefused(`${file} is no backup, or was made for other organizers’ keys.`, { cause: error });
  });
  const unzip = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>;
  const text = zipped.pipeThrough(unzip).pipeThrough(new TextDecoderStream());
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new RestoreRefused(`${file} is no backup of Campaign Kit, or it is damaged.`);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
