import { directoryById, removeDirectory } from '../store/directories.ts';
import type { Context } from './context.ts';

/**
 * Takes a directory away: nobody in it is offered any more. Whoever was written to stays as a number, because letters point to
 * them, and what waits for them goes back to its writers.
 * @returns whether there was one
 */
export const takeDirectoryAway = ({ store }: Pick<Context, 'store'>, id: string): Promise<boolean> =>
  store.write(async (writing) => {
    if ((await directoryById(writing.db, id)) === undefined) return false;
    await removeDirectory(writing, id);
    writing.touch('letters');
    return true;
  });
