import { projectRoot } from '../places.ts';
import { CommandError, parseCommand } from './command.ts';
import { newCampaign } from './new-campaign.ts';

/** `new <slug>` */
export async function newCommand(args: string[]): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true, options: {} });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign new <slug>', 2);
  const made = await newCampaign(slug, projectRoot);
  if (made.outcome === 'refused') throw new CommandError(made.reason);
  process.stdout.write(`Made:\n${made.files.map((file) => `  ${file}\n`).join('')}Fill in both, then run npm start.\n`);
  return 0;
}
