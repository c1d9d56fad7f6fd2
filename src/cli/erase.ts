import { erasePerson } from '../campaign/erase-person.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import { CommandError, now, parseCommand, withVault } from './command.ts';
import { knownCampaign } from './known-campaign.ts';
import { openErasureLedger } from '../store/erasure-ledger.ts';

/** `erase <slug> <address>`: on somebody's written wish, everything that the campaign holds about an address. */
export async function eraseCommand(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true, options: {} });
  const [slug, typed] = positionals;
  if (slug === undefined || typed === undefined || positionals.length > 2)
    throw new CommandError('Name the campaign and the address: npx campaign erase <slug> <address>', 2);
  const address = parseEmailAddress(typed.trim());
  if (address === undefined) throw new CommandError('That is no e-mail address.', 2);
  return withVault(async ({ store, vault, config }) => {
    const { id, indexOf } = await knownCampaign({ store, vault }, slug);
    if (indexOf === undefined)
      throw new CommandError(
        `${slug} was closed for good, so nobody can look up an address: ask for the link in their first mail.`,
      );
    const ledger = openErasureLedger(config.erasureLedgerFile);
    const gone = await erasePerson({ store, ledger, now }, { id, slug }, indexOf(address));
    store.shred();
    process.stdout.write(gone === 0 ? 'Nothing is held about this address.\n' : `Erased: ${gone} records.\n`);
    return 0;
  });
}
