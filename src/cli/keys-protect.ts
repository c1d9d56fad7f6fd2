import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, sep } from 'node:path';
import { checkIdentities } from '../campaign/check-identity.ts';
import { forgetKeyPlaces } from '../campaign/key-places.ts';
import { noteAct } from '../campaign/note-act.ts';
import { isoDay } from '../domain/clock.ts';
import { readIdentityFile, writeKeyFile } from '../vault/identity-file.ts';
import { isProtected, protectedIdentity, readIdentities } from '../vault/identity.ts';
import { CommandError, now, parseCommand, withVault } from './command.ts';
import { newPassphrase } from './passphrase.ts';
import { refuseUnlessNew } from './new-file.ts';
import { recoverySheet } from './recovery-sheet.ts';

/**
 * `keys protect --out FILE`: gives the first identity a passphrase and moves it out of the data folder. `--out -` pours
 * it into stdout, for a file on another machine; the recovery sheet then goes to stderr, and the identity stays: nobody here
 * can know whether it arrived.
 */
export async function protectKey(args: string[]): Promise<number> {
  const { values } = parseCommand({
    args,
    options: { out: { type: 'string' }, 'passphrase-file': { type: 'string' } },
  });
  const { out } = values;
  if (out === undefined)
    throw new CommandError('Say where it goes, outside the data folder: npx campaign keys protect --out FILE', 2);
  return withVault(async (open) => {
    const { dataDir, organizerKeyFile: file } = open.config;
    if (!existsSync(file)) {
      // It was moved away by hand, or the server that noted it is no more; whoever still holds it notes it again.
      await open.store.write(forgetKeyPlaces);
      throw new CommandError(`No identity lies in ${dataDir}: there is nothing to protect.`);
    }
    if (out !== '-') refuseUnlessNew(out);
    if (out !== '-' && isInside(dataDir, out))
      throw new CommandError(`${out} lies in the data folder: name a place outside of it.`);
    if (isProtected(readFileSync(file)))
      throw new CommandError(`${file} has a passphrase already: just move it to your own computer.`);
    const [identity] = await readIdentityFile(file);
    if (identity === undefined) throw new CommandError(`${file} holds no identity.`);
    const { passphrase, made } = await newPassphrase(values['passphrase-file']);
    const text = await protectedIdentity(readFileSync(file, 'utf8'), passphrase);
    const [again] = await readIdentities(Buffer.from(text), () => Promise.resolve(passphrase));
    if (again?.secret !== identity.secret)
      throw new CommandError('The protected key did not open again: nothing was changed.');
    if ((await checkIdentities(open, [identity.secret])).outcome !== 'opens')
      throw new CommandError(
        `What comes in here does not open with ${file}: nothing was changed. npx campaign keys list says whose keys count; if nobody needs this one, move it away by hand.`,
      );

    const sheet = recoverySheet(identity, isoDay(now()), made ? passphrase : undefined);
    if (out === '-') await pourOut(text);
    else writeKeyFile(out, text);
    (out === '-' ? process.stderr : process.stdout).write(
      `${out === '-' ? '' : `Written to ${out}. Move it to your own computer: a key on the server opens what a thief takes with it.\n`}${sheet}`,
    );
    if (out === '-') {
      process.stderr.write(
        `Check what arrived with npx campaign keys check, and then remove ${file}: it still lies here.\n`,
      );
      return 0;
    }
    wipe(file);
    const facts = { recipient: identity.recipient };
    const act = { at: now(), organizer: 'command', act: 'key-protected', campaign: '', facts };
    await open.store.write(async (writing) => {
      await forgetKeyPlaces(writing);
      await noteAct(writing, open.vault, act);
    });
    process.stderr.write(`${file} is removed.\n`);
    return 0;
  });
}

/** Wherever links lead. */
function isInside(folder: string, file: string): boolean {
  return `${realpathSync(dirname(file))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
}

const pourOut = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const broken = (): void => reject(new CommandError('Nobody read the key to its end: nothing was changed.'));
    process.stdout.once('error', broken);
    process.stdout.write(text, (error) => (error ? broken() : resolve()));
  });

/** Overwritten in place first, for disks that write where they are told; others need a disk that is encrypted. */
function wipe(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(fstatSync(handle).size));
  fsyncSync(handle);
  closeSync(handle);
  rmSync(file);
}
