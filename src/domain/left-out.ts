/**
 * Why a signature is not in an export. `unopened`: the identity at hand does not open it, or somebody changed it. `unconfirmed`: nobody
 * showed that the address is theirs. `no-consent`: did not ask for updates, or no longer wants any. `formula-address`: a spreadsheet
 * would run the address, and with an apostrophe in front it would be somebody else's.
 */
export const leftOutReasons = ['unopened', 'unconfirmed', 'no-consent', 'formula-address'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** How many were left out, by why; reasons without any are missing. */
export type LeftOut = Partial<Record<LeftOutReason, number>>;

export function leaveOut(counts: LeftOut, reason: LeftOutReason): void {
  counts[reason] = (counts[reason] ?? 0) + 1;
}

export const totalLeftOut = (counts: LeftOut): number =>
  leftOutReasons.reduce((sum, reason) => sum + (counts[reason] ?? 0), 0);
