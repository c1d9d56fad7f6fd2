import { Refusal } from '../domain/refusal.ts';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** An organizer's key pair (age, X25519). */
export interface Identity {
  /** `AGE-SECRET-KEY-1…`: opens. */
  secret: string;
  /** `age1…`: seals. Anybody may know it. */
  recipient: string;
}

/** A file that is no identity, or not opened by the passphrase. The message is one sentence. */
export class IdentityUnreadable extends Refusal {}

export async function newIdentity(): Promise<Identity> {
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
}

/** The public half of a secret. */
export const recipientOf = (secret: string): Promise<string> => identityToRecipient(secret);

/** The identity as `age-keygen` writes it, so that the public `age` command reads it too. */
export const identityText = ({ secret, recipient }: Identity, createdOn: string): string =>
  `# Campaign Kit: an organizer's identity. Whoever has it can open this campaign's signatures.\n# created: ${createdOn}\n# public key: ${recipient}\n${secret}\n`;

/** The identity's text under a passphrase (scrypt, N = 2^18), armored; `age --decrypt -i` takes such a file as well. */
export async function protectedIdentity(text: string, passphrase: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return `${armor.encode(await encrypter.encrypt(text)).trimEnd()}\n`;
}

export const isProtected = (file: Uint8Array): boolean =>
  isArmored(file) || textOf(file.subarray(0, 21)) === binaryHead;

const binaryHead = 'age-encryption.org/v1';
const isArmored = (file: Uint8Array): boolean => textOf(file).trimStart().startsWith('-----BEGIN AGE ENCRYPTED');
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * The identities in a file, as `age-keygen` or we wrote it.
 * @param passphrase asked for only where the file has one
 * @throws IdentityUnreadable
 */
export async function readIdentities(file: Uint8Array, passphrase: () => Promise<string>): Promise<Identity[]> {
  const text = isProtected(file) ? await unprotected(file, await passphrase()) : textOf(file);
  const secrets = secretsIn(text);
  if (secrets.length === 0)
    throw new IdentityUnreadable(
      'The file holds no identity: it should have a line that starts with AGE-SECRET-KEY-1.',
    );
  return Promise.all(secrets.map(identityOf));
}

/** As a file has them, or as somebody typed them from a recovery sheet: on two lines, or in small letters. */
function secretsIn(text: string): string[] {
  const typed = text
    .split(/\r?\n/)
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('')
    .replace(/\s/g, '')
    .toUpperCase();
  return typed.split(/(?=AGE-SECRET-KEY-)/).filter((secret) => secret !== '');
}

async function unprotected(file: Uint8Array, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(isArmored(file) ? armor.decode(textOf(file)) : file, 'text');
  } catch (error) {
    throw new IdentityUnreadable('The passphrase does not open the identity: try again.', { cause: error });
  }
}

async function identityOf(secret: string): Promise<Identity> {
  try {
    return { secret, recipient: await identityToRecipient(secret) };
  } catch (error) {
    throw new IdentityUnreadable(
      secret.startsWith('AGE-SECRET-KEY-1')
        ? 'There is a mistake in the secret key: compare it with the recovery sheet, letter by letter.'
        : 'The file is not an identity that age-keygen or “campaign keys new” made.',
      {
        cause: error,
      },
    );
  }
}

/** Whether `text` is a recipient that epochs can be sealed to. */
export async function isRecipient(text: string): Promise<boolean> {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(text);
    await encrypter.encrypt('');
    return true;
  } catch {
    return false;
  }
}
