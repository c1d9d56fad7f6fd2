import { CommandError } from './command.ts';
import { simulateCommand } from './letters-simulate.ts';

/** A verb is one line here and its lines of the help in commands.ts. */
const verbs: Record<string, (args: string[]) => Promise<number>> = {
  simulate: simulateCommand,
};

/** `letters simulate` */
export async function lettersCommand([verb = '', ...args]: string[]): Promise<number> {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run === undefined)
    throw new CommandError(`Say what to do: npx campaign letters ${Object.keys(verbs).join('|')}`, 2);
  return run(args);
}
