import { erasePerson } from '../campaign/erase-person.ts';
import { parseEmailAddress } from '../domain/email-address.ts';
import type { Reading } from '../store/schema.ts';
import { signatureById } from '../store/signatures.ts';
import { ask } from './ask.ts';
import { CommandError, parseCommand, wipe, withVault } from './command.ts';
import { knownCampaign, type KnownCampaign } from './known-campaign.ts';

/** `erase <slug> [<address>|--id N]`: on somebody's written wish, everything that the campaign holds about them. */
export async function eraseCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({ args, allowPositionals: true, options: { id: { type: 'string' } } });
  const [slug, address] = positionals;
  if (slug === undefined || positionals.length > 2 || (address !== undefined && values.id !== undefined))
    throw new CommandError('Name the campaign and the address: npx campaign erase <slug> [<address>]', 2);
  return withVault(async (open) => {
    const { store } = open;
    const campaign = await knownCampaign(open, slug);
    const addressIndex =
      values.id === undefined ? await indexOf(campaign, address) : await indexById(store.read, campaign, values.id);
    const gone = await erasePerson(open, campaign, addressIndex, 'command');
    wipe(store);
    process.stdout.write(gone === 0 ? 'Nothing is held about this address.\n' : `Erased: ${gone} records.\n`);
    return 0;
  });
}

/** Asked for where it is not named: what is typed into a shell stays in its history. */
async function indexOf({ slug, indexOf: index }: KnownCampaign, named: string | undefined): Promise<Buffer> {
  if (index === undefined)
    throw new CommandError(
      `${slug} was closed for good, so nobody can look up an address: find the number in an export, and say --id N.`,
    );
  const typed = named ?? (await ask('Address: ', 'name the address'));
  const address = parseEmailAddress(typed.trim());
  if (address === undefined) throw new CommandError('That is no e-mail address.', 2);
  return index(address);
}

async function indexById(db: Reading, { id, slug }: KnownCampaign, number: string): Promise<Buffer> {
  const row = /^[1-9]\d{0,14}$/.test(number) ? await signatureById(db, Number(number)) : undefined;
  if (row?.campaign_id !== id) throw new CommandError(`There is no signature ${number} in ${slug}.`);
  return row.address_index;
}
