import type { DirectoryDifference } from '../campaign/diff-directory.ts';

/** What an import changes, in one line: "us-congress: 3 come, 2 go, 1 changes (email)." */
export function differenceLine(id: string, { known, comes, goes, changes }: DirectoryDifference): string {
  if (!known) return `${id}: a new directory; ${counted(comes.length, 'comes', 'come')}.`;
  const fields = new Set(changes.flatMap((change) => Object.keys(change.fields)));
  const which = fields.size === 0 ? '' : ` (${[...fields].join(', ')})`;
  return `${id}: ${counted(comes.length, 'comes', 'come')}, ${counted(goes.length, 'goes', 'go')}, ${counted(changes.length, 'changes', 'change')}${which}.`;
}

const counted = (count: number, one: string, several: string): string =>
  `${count || 'nobody'} ${count < 2 ? one : several}`;
