/** In writes to a group. */
export const groupBounds = [1, 2, 5, 10, 25, 50, 100, 200] as const;

/** How writes went since the process began. */
export interface WriteFacts {
  /** Not begun yet. */
  waiting: number;
  groups: number;
  writes: number;
  /** Why the database took nothing the last time that it was asked, in its own word ('' where it has none); undefined where it did. */
  refusing: string | undefined;
  /** Groups by the first of `groupBounds` that holds them; larger ones stand last. */
  bySize: readonly number[];
}

/** Counts groups of writes. */
export function openWriteFacts() {
  const bySize = [...groupBounds, Infinity].map(() => 0);
  const counted = { groups: 0, writes: 0 };
  return {
    group: (size: number): void => {
      counted.groups += 1;
      counted.writes += size;
      let at = 0;
      while (size > (groupBounds[at] ?? Infinity)) at += 1;
      bySize[at] = (bySize[at] ?? 0) + 1;
    },
    facts: (waiting: number, refusing: string | undefined): WriteFacts => ({ ...counted, waiting, refusing, bySize }),
  };
}
