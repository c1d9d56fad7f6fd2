import { closeCampaign } from '../campaign/close-campaign.ts';
import { campaignRow } from '../store/campaigns.ts';
import { ask } from './ask.ts';
import { CommandError, parseCommand, wipe, withVault } from './command.ts';

/** `close <slug>`: for good, and nobody can ask the database for an address any more. */
export async function closeCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false } },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign close <slug>', 2);
  return withVault(async (open) => {
    const { store } = open;
    if ((await campaignRow(store.read, slug)) === undefined)
      throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
    if (!values.yes) {
      process.stderr.write(
        `${slug} then takes no more signatures and letters, and cannot be opened again. The key that recognises addresses is\ndestroyed: nobody who signed can ask for a new link, and you cannot erase somebody by their address any more.\n`,
      );
      if ((await ask('Type its name to close it: ', 'say --yes')) !== slug)
        throw new CommandError('That is another name: nothing was changed.');
    }
    const outcome = await closeCampaign(open, slug);
    wipe(store);
    process.stdout.write(outcome === 'closed' ? `${slug} is closed for good.\n` : `${slug} was closed before.\n`);
    return 0;
  });
}
