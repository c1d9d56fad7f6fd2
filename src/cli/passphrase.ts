import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ask } from './ask.ts';
import { CommandError } from './command.ts';

/**
 * Where passphrases come from: the person at the terminal, asked for each identity's, or the file that
 * `--passphrase-file` names (`-`: stdin), whose first line is then that of all.
 */
export function passphraseFrom(file: string | undefined): (identityFile: string) => Promise<string> {
  if (file === undefined) return (identityFile) => askHidden(`Passphrase of ${identityFile}: `);
  let line: string | undefined;
  return () => Promise.resolve((line ??= firstLineOf(file)));
}

/**
 * A passphrase for a new file. Whoever just presses Enter gets a random one, which stands on the recovery sheet.
 * @returns `made: true` if we made it up
 */
export async function newPassphrase(file: string | undefined): Promise<{ passphrase: string; made: boolean }> {
  if (file !== undefined) {
    const passphrase = firstLineOf(file);
    if (isTooShort(passphrase)) throw new CommandError(tooShort);
    return { passphrase, made: false };
  }
  for (;;) {
    const passphrase = await askHidden('New passphrase (Enter makes one up for you): ');
    if (passphrase === '') return { passphrase: randomPassphrase(), made: true };
    if (isTooShort(passphrase)) process.stderr.write(`${tooShort}\n`);
    else if ((await askHidden('The same again: ')) === passphrase) return { passphrase, made: false };
    else process.stderr.write('The two differ. Once more:\n');
  }
}

/** age's own advice is four or five random words. */
const shortestPassphrase = 12;
const tooShort = `The passphrase is too short: use ${shortestPassphrase} characters or more, best of all several words.`;
const isTooShort = (passphrase: string): boolean => passphrase.length < shortestPassphrase;

const askHidden = (question: string): Promise<string> =>
  ask(question, 'name a file with the passphrase by --passphrase-file', { hidden: true });

/** 100 bits, in letters and digits that nobody confuses on paper (Crockford's base 32). */
const randomPassphrase = (): string =>
  [...randomBytes(20)]
    .map((byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte % 32])
    .join('')
    .replace(/.{5}(?=.)/g, '$&-');

function firstLineOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/)[0] ?? '';
  } catch {
    throw new CommandError(`The passphrase file ${file} cannot be read: is the path right?`);
  }
}
