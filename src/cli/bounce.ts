import { openKeyring } from '../campaign/keyring.ts';
import { Refusal } from '../domain/refusal.ts';
import { StoreBusy } from '../store/writer.ts';
import { bounceFolder } from './bounce-folder.ts';
import { CommandError, parseCommand, withVault } from './command.ts';
import { largestBounce, takeBounce, type Taken, type TakeBounce } from './take-bounce.ts';

/** sysexits.h EX_TEMPFAIL: the mail server keeps the mail and brings it again. */
const tryAgain = 75;

/**
 * `bounce < mail`, `bounce --folder DIR`: takes in mails that came back. Exit code 75 asks a mail server to keep the mail and
 * to try again; 1 says that it is no bounce of ours, so that whoever wrote it hears of that.
 */
export async function bounceCommand(args: string[]): Promise<number> {
  const { values } = parseCommand({
    args,
    options: { folder: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { folder, json } = values;
  if (folder !== undefined) return withTaking((take) => bounceFolder(take, folder, json));
  if (process.stdin.isTTY)
    throw new CommandError('Hand over a mail, bounce < mail, or name a folder of them, bounce --folder DIR.', 2);
  const raw = await readInput();
  const taken = await withTaking((take) => take(raw)).catch((error: unknown) => {
    if (error instanceof Refusal || error instanceof StoreBusy) throw new CommandError(error.message, tryAgain);
    throw error;
  });
  return report(taken);
}

function report({ came, line }: Taken): number {
  if (came === 'not-ours')
    throw new CommandError('This address only takes notices of mails that did not arrive; nobody reads it.');
  process.stdout.write(`${line}\n`);
  return came === 'not-sent-yet' ? tryAgain : 0;
}

const withTaking = <T>(act: (take: TakeBounce) => Promise<T>): Promise<T> =>
  withVault(({ store, vault, now }) => {
    const context = { store, vault, now, keyring: openKeyring(store, vault, now) };
    return act((raw) => takeBounce(context, raw));
  });

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read to its end all the same: a mail server takes a closed pipe for trouble.
    if (length <= largestBounce) chunks.push(chunk);
  }
  return length <= largestBounce ? Buffer.concat(chunks) : Buffer.alloc(0);
}
