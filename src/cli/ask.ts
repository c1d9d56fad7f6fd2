import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError } from './command.ts';

/**
 * Asks the person at the terminal, on stderr.
 * @param otherwise what to use where nobody sits at one, such as `use --yes`
 * @param hidden nothing of the answer is shown
 * @throws CommandError without a terminal, and on Ctrl+C
 */
export function ask(question: string, otherwise: string, { hidden = false } = {}): Promise<string> {
  if (!process.stdin.isTTY) throw new CommandError(`There is no terminal to ask at: ${otherwise}.`, 2);
  process.stderr.write(question);
  const echo = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  const lines = createInterface({ input: process.stdin, output: echo, terminal: true });
  return new Promise((resolve, reject) => {
    lines.on('SIGINT', () => {
      reject(new CommandError('\nStopped; nothing was changed.', 130));
      lines.close();
    });
    lines.on('close', () => reject(new CommandError('No answer; nothing was changed.')));
    lines.question('', (answer) => {
      resolve(answer);
      lines.close();
      if (hidden) process.stderr.write('\n');
    });
  });
}
