import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../domain/refusal.ts';

/** The key that the server alone holds, 32 bytes. It lies outside database and backups. */
export type ServerKey = Buffer;

/**
 * Reads the server key, or makes it on the first start (file mode 0600).
 * @throws Error with one readable sentence if the file holds anything else than 64 hex digits
 */
export function openServerKey(file: string): ServerKey {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return newServerKey(file);
  }
  if (!/^[0-9a-f]{64}$/.test(text))
    throw new Refusal(`The server key file ${file} does not hold 64 hex digits: put the right file back.`);
  return Buffer.from(text, 'hex');
}

function newServerKey(file: string): ServerKey {
  const key = randomBytes(32);
  writeServerKey(file, key.toString('hex'));
  return key;
}

/** Never over a file that is there. @param key in hex */
export function writeServerKey(file: string, key: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

/** A key of its own for each purpose (HKDF, RFC 5869), so that none can stand in for another. */
export const deriveKey = (key: ServerKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `campaign-kit ${purpose}`, 32));
