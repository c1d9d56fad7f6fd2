import { isoDay, isoTime } from '../domain/clock.ts';
import { writeKeyFile } from '../vault/identity-file.ts';
import { identityText, newIdentity, protectedIdentity } from '../vault/identity.ts';
import { now, parseCommand } from './command.ts';
import { newPassphrase } from './passphrase.ts';
import { refuseUnlessNew } from './new-file.ts';
import { recoverySheet } from './recovery-sheet.ts';

/** `keys new`: an identity under a passphrase. Needs no database: each organizer makes their own, on their own computer. */
export async function newKey(args: string[]): Promise<number> {
  const { values } = parseCommand({
    args,
    options: { out: { type: 'string', default: 'organizer.key' }, 'passphrase-file': { type: 'string' } },
  });
  const { out } = values;
  refuseUnlessNew(out);
  const { passphrase, made } = await newPassphrase(values['passphrase-file']);
  const identity = await newIdentity();
  writeKeyFile(out, await protectedIdentity(identityText(identity, isoTime(now())), passphrase));
  process.stdout.write(
    `Written to ${out}; it opens with its passphrase alone.\n${recoverySheet(identity, isoDay(now()), made ? passphrase : undefined)}
Now let the campaign be sealed to you as well, on the server:
    npx campaign keys add ${identity.recipient} --name "YOUR NAME OR HANDLE"\n`,
  );
  return 0;
}
