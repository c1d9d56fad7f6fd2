import { clearBounced, directoryById } from '../store/directories.ts';
import type { Context } from './context.ts';

/**
 * Offers those again by mail whose addresses were taken for dead, as after a mail server that refused everybody by mistake.
 * @returns how many, or undefined where there is no such directory
 */
export const mendDirectory = ({ store }: Pick<Context, 'store'>, id: string): Promise<number | undefined> =>
  store.write(async (writing) =>
    (await directoryById(writing.db, id)) === undefined ? undefined : clearBounced(writing, id),
  );
