/** What an organizer said of a public name and its comment. */
export const moderations = ['waiting', 'approved', 'hidden'] as const;
export type Moderation = (typeof moderations)[number];

/** `after`: names are shown at once, and organizers can hide them. `before`: none is shown that they have not approved. */
export const moderationModes = ['before', 'after'] as const;
export type ModerationMode = (typeof moderationModes)[number];

/** Where a signer who chose to be shown stands. */
export type Standing = 'shown' | 'waiting' | 'hidden';

export const standingOf = (moderation: Moderation, mode: ModerationMode): Standing =>
  moderation === 'waiting' && mode === 'after' ? 'shown' : moderation === 'approved' ? 'shown' : moderation;

/**
 * What organizers have said of a name counts for what they saw of it; that it is hidden stays until they say otherwise.
 * @param before what was said of the name so far
 * @param same whether what is shown is what it was said of
 */
export const moderationOfNew = (before: Moderation | undefined, same: boolean): Moderation =>
  before === 'hidden' || (before === 'approved' && same) ? before : 'waiting';

/** A page of the queue: what an organizer reads in a few minutes. */
export const namesAPage = 50;

/** Counted no further: nobody works through more at once, and counting costs. */
export const mostCounted = 100;
