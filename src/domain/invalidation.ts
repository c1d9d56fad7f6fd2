import { isoTime } from './clock.ts';
import type { Origin } from './signature.ts';

/**
 * An invalidation is worked off a handful of signatures at a time: `running` → `done` → `undoing` → `undone`. `failed`: what it asked for
 * cannot be read any more; what it had taken out by then can be put back. */
export type InvalidationState = 'running' | 'done' | 'failed' | 'undoing' | 'undone';

/** What signatures have in common. All of it must hold; what is undefined is not asked. */
export interface InvalidationConditions {
  /** Received in this hour or later, and before that one; in seconds. */
  from?: number | undefined;
  to?: number | undefined;
  /** Tags, in hex. */
  network?: string | undefined;
  mailDomain?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
  source?: string | undefined;
  /** Undefined: both that can be taken out. */
  state?: 'pending' | 'confirmed' | undefined;
  disposable?: boolean | undefined;
  /** Whether the field was filled in that people do not see. */
  honeypot?: boolean | undefined;
  origin?: Origin | undefined;
}

/** The reason stands on the campaign's page: a sentence or two. In characters. */
export const reasonLimit = 300;

/**
 * Whether they say more than “all, or nearly”: a state, “signed here”, an address that is not to throw away, a hidden field left empty, or an hour since or until which
 * would empty a petition by itself.
 */
export const isNarrow = ({
  from,
  to,
  disposable,
  honeypot,
  origin,
  state: _state,
  ...others
}: InvalidationConditions): boolean =>
  (from !== undefined && to !== undefined) ||
  disposable === true ||
  honeypot === true ||
  (origin !== undefined && origin !== 'site') ||
  Object.values(others).some((value) => value !== undefined);

/** The same in an order that never changes, for the database and the log. */
export function conditionsText(conditions: InvalidationConditions): string {
  const { from, to, network, mailDomain, country, source, state, disposable, honeypot, origin } = conditions;
  return JSON.stringify({ from, to, network, mailDomain, country, source, state, disposable, honeypot, origin });
}

/** How a tag is shown: enough to tell a dozen apart. @param tag in hex */
export const tagLabel = (tag: string): string => tag.slice(0, 6);

/** An hour as a form has it, in UTC. */
export const hourText = (seconds: number): string => isoTime(seconds).slice(0, 16);
