import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Refusal } from '../domain/refusal.ts';

/** Whose signature our mail carries (RFC 6376), and where its key lies. */
export interface Dkim {
  domain: string;
  selector: string;
  keyFile: string;
}

/** What nodemailer signs with. */
export interface DkimKey {
  domainName: string;
  keySelector: string;
  privateKey: string;
}

/** RFC 8301 section 3.2: receivers ignore signatures of shorter keys. */
const fewestBits = 1024;

/**
 * Reads the key now, because nodemailer sends a mail without a signature where it cannot sign, and signs with RSA alone.
 * @throws Refusal
 */
export function openDkim({ domain, selector, keyFile }: Dkim): DkimKey {
  const key = readKey(keyFile);
  if (key?.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < fewestBits)
    throw new Refusal(
      `${keyFile} holds no RSA key of at least ${fewestBits} bits: make one with openssl genrsa -out ${keyFile} 2048.`,
    );
  return {
    domainName: domain,
    keySelector: selector,
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function readKey(file: string): KeyObject | undefined {
  const text = readText(file);
  try {
    return createPrivateKey(text);
  } catch {
    return undefined;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Refusal(`DKIM_KEY_FILE cannot be read: ${file} (${code}).`, { cause: error });
  }
}
