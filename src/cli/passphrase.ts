import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError } from './command.ts';

/** Where a passphrase comes from: the person at the terminal, or the file that `--passphrase-file` names (`-`: stdin). */
export const passphraseFrom = (file: string | undefined): (() => Promise<string>) =>
  file === undefined ? () => ask('Passphrase: ') : () => Promise.resolve(firstLineOf(file));

/** age's own advice is four or five random words. */
const shortestPassphrase = 12;

/**
 * A passphrase for a new file. Whoever just presses Enter gets a random one, which stands on the recovery sheet.
 * @returns `made: true` if we made it up
 */
export async function newPassphrase(file: string | undefined): Promise<{ passphrase: string; made: boolean }> {
  const passphrase =
    file === undefined ? await ask('New passphrase (Enter makes one up for you): ') : firstLineOf(file);
  if (passphrase === '') return { passphrase: randomPassphrase(), made: true };
  if (passphrase.length < shortestPassphrase)
    throw new CommandError(
      `The passphrase is too short: use at least ${shortestPassphrase} characters, or several words.`,
    );
  if (file === undefined && (await ask('The same again: ')) !== passphrase)
    throw new CommandError('The two passphrases differ: nothing was written.');
  return { passphrase, made: false };
}

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

/** Asks at the terminal without showing what is typed. */
function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandError('A passphrase is needed, and there is no terminal to ask at: use --passphrase-file FILE.');
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve, reject) => {
    lines.on('SIGINT', () => {
      lines.close();
      process.stderr.write('\n');
      reject(new CommandError('Stopped.', 130));
    });
    lines.question('', (answer) => {
      lines.close();
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
