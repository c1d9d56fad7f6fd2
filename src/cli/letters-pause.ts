import { pauseLetters } from '../campaign/pause-letters.ts';
import { CommandError, parseCommand, withVault } from './command.ts';

/** `letters pause <slug>`, and `resume`. */
export async function pauseLettersCommand(args: string[], paused: boolean): Promise<number> {
  const { positionals } = parseCommand({ args, allowPositionals: true });
  const [slug] = positionals;
  const verb = paused ? 'pause' : 'resume';
  if (slug === undefined || positionals.length > 1)
    throw new CommandError(`Name one campaign: npx campaign letters ${verb} <slug>`, 2);
  const outcome = await withVault((open) => pauseLetters(open, slug, paused, 'command'));
  if (outcome === 'unknown') throw new CommandError(`There is no campaign “${slug}”: npx campaign stats lists them.`);
  const done = paused
    ? `Letters of ${slug} are held back. People can still write; npx campaign letters resume ${slug} lets them go on.\n`
    : `Letters of ${slug} go on, at their pace.\n`;
  process.stdout.write(
    outcome === 'done' ? done : `Letters of ${slug} were ${paused ? 'held back' : 'going'} already.\n`,
  );
  return 0;
}
