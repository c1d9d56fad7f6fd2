import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressors = {
  br: (file: Buffer) => brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (file: Buffer) => gzipSync(file, { level: 9 }),
};

/**
 * Every file of a folder as far as it can be compressed, while nobody waits.
 * @param folder of the build, with the files that browsers load
 * @param into gets `br/` and `gzip/`, each with the same files under the same names
 */
export function compress(folder: string, into: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files) {
    const full = join(entry.parentPath, entry.name);
    const file = readFileSync(full);
    for (const [encoding, compressed] of Object.entries(compressors)) {
      const place = join(into, encoding, full.slice(folder.length));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, compressed(file));
    }
  }
}
