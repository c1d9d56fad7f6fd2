import { checkIdentities } from '../campaign/check-identity.ts';
import { CommandError, parseCommand, withVault } from './command.ts';
import { identitiesOf, identityOptions } from './identity.ts';

/** `keys check`: proves that an identity opens what came in last. A lost key is a lost petition. */
export async function checkKey(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { ...identityOptions } });
  return withVault(async (open) => {
    const identities = await identitiesOf(values, open.config);
    const outcome = await checkIdentities(open, identities);
    if (outcome.outcome === 'not-sealed-to')
      throw new CommandError('Nothing is sealed to this identity: npx campaign keys list shows the keys that count.');
    if (outcome.outcome === 'does-not-open')
      throw new CommandError(
        `This identity is on the list but does not open the newest epoch (${outcome.epoch}): run npx campaign keys rewrap with one that does.`,
      );
    const names = outcome.names.map((name) => `“${name}”`).join(', ');
    const what =
      outcome.epoch === undefined
        ? 'opens a trial; nothing has come in yet'
        : `opens what came in last (epoch ${outcome.epoch})`;
    process.stdout.write(`${names}: ${what}. Remembered as checked today.\n`);
    return 0;
  });
}
