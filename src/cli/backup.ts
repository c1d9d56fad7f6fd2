import { readFileSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { backupHead, backupLines } from '../campaign/backup.ts';
import { activeRecipients } from '../campaign/active-recipients.ts';
import { encryptStream } from '../vault/age-stream.ts';
import { CommandError, now, parseCommand, withVault, type OpenVault } from './command.ts';
import { refuseToOverwrite } from './new-file.ts';
import { isClosedPipe } from './pipe.ts';
import { progress } from './progress.ts';
import { writeWholeFile } from './whole-file.ts';

/**
 * `backup`: one moment of the database with the server key, encrypted to the organizers, beside a running server. A
 * file appears whole or not at all.
 */
export async function backupCommand(args: string[]): Promise<number> {
  const { values } = parseCommand({
    args,
    options: { out: { type: 'string' }, force: { type: 'boolean', default: false } },
  });
  const { out, force } = values;
  if (out === undefined && process.stdout.isTTY)
    throw new CommandError('A backup is bytes: name a file with --out FILE, or pipe it on.', 2);
  if (out !== undefined) refuseToOverwrite(out, force);
  return withVault(async (open) => {
    const rows = await (out === undefined
      ? pour(open, process.stdout)
      : writeWholeFile({ file: out, force }, (stream) => pour(open, stream)));
    if (!process.stderr.isTTY) return 0;
    const { recipients } = await activeRecipients(open.store.read, open.vault);
    process.stderr.write(
      `${out === undefined ? '' : `${rows} rows written to ${out}. `}Keep a copy of erasures.jsonl beside it, always the newest: it is in no backup.\nSealed to ${recipients.join(', ')}; server key ${open.vault.fingerprint}. A restore says the same, and so does npx campaign keys list.\n`,
    );
    return 0;
  });
}

/** @returns how many rows the backup holds */
async function pour({ store, vault, config }: OpenVault, out: Writable): Promise<number> {
  const { recipients } = await activeRecipients(store.read, vault);
  const serverKey = readFileSync(config.serverKeyFile, 'utf8').trim();
  return store.snapshot(async (db) => {
    const head = await backupHead(db, { ...store, serverKey, now: now() });
    const total = Object.values(head.rows).reduce((sum, rows) => sum + rows, 0);
    const bar = progress('Rows', total);
    const lines = async function* (): AsyncGenerator<string> {
      for await (const { text, rows } of backupLines(db, head)) {
        yield text;
        bar.advance(rows);
      }
    };
    try {
      const plain = Readable.toWeb(Readable.from(lines())) as ReadableStream<string>;
      const zipped = plain.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'));
      await pipeline(await encryptStream(zipped, recipients), out);
    } catch (error) {
      if (!isClosedPipe(error, out)) throw error;
    } finally {
      bar.done();
    }
    return total;
  });
}
