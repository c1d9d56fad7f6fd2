import { concernOf } from '../domain/target.ts';
import type { Campaign } from '../settings/campaign.ts';
import { directories, rolesOfDirectories } from '../store/directories.ts';
import type { Context } from './context.ts';

/** What a campaign's rules about representatives name that no directory has; each in one sentence that says what to do. */
export async function unknownTargets(
  { store: { read } }: Pick<Context, 'store'>,
  { slug, letter }: Campaign,
): Promise<string[]> {
  if (!letter.enabled || letter.targets === undefined) return [];
  const known = new Set((await directories(read)).map(({ id }) => id));
  const roles = await rolesOfDirectories(read);
  return letter.targets.flatMap((rule, at) => {
    const unknown = (rule.directories ?? []).filter((id) => !known.has(id));
    if (unknown.length > 0)
      return unknown.map(
        (id) =>
          `${slug}: rule ${at + 1} of letter.targets names the directory “${id}”, which is not imported: npx campaign recipients list prints those that are.`,
      );
    if (roles.some(concernOf(rule))) return [];
    return `${slug}: rule ${at + 1} of letter.targets is about nobody: are its roles worded as in the directory?`;
  });
}
