import { CommandError } from './command.ts';
import { pauseLettersCommand } from './letters-pause.ts';
import { simulateCommand } from './letters-simulate.ts';
import { letterStatusCommand } from './letters-status.ts';
import { testLetterCommand } from './letters-test.ts';

/** A verb is one line here and its lines of the help in commands.ts. */
const verbs: Record<string, (args: string[]) => Promise<number>> = {
  simulate: simulateCommand,
  test: testLetterCommand,
  status: letterStatusCommand,
  pause: (args) => pauseLettersCommand(args, true),
  resume: (args) => pauseLettersCommand(args, false),
};

/** `letters simulate|test|status|pause|resume` */
export async function lettersCommand([verb = '', ...args]: string[]): Promise<number> {
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run === undefined)
    throw new CommandError(`Say what to do: npx campaign letters ${Object.keys(verbs).join('|')}`, 2);
  return run(args);
}
