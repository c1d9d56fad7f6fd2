/** Whom a benchmark's mails should have reached. */
interface Expected {
  /** Each is owed one mail. */
  owed: ReadonlySet<string>;
  /** Others who may have got one: their request was cut off before its answer. */
  maybe?: ReadonlySet<string>;
}

/**
 * A count alone would take a mail that went out twice for the one that never did.
 * @param to how many mails came to each recipient
 * @throws Error that tells how many recipients have none, several, or one that was never meant for them
 */
export function assertMailedOnce(to: ReadonlyMap<string, number>, { owed, maybe = new Set() }: Expected): void {
  const missing = [...owed].filter((address) => !to.has(address)).length;
  const several = [...to.values()].filter((count) => count > 1).length;
  const strangers = [...to.keys()].filter((address) => !owed.has(address) && !maybe.has(address)).length;
  if (missing + several + strangers > 0)
    throw new Error(
      `${missing} recipients have no mail, ${several} have several, ${strangers} have one that nobody wrote to them`,
    );
}
