import { problem } from './problem.ts';
import type { Request, Site, Visit } from './site.ts';

/** Too many wrong tries of an organizer: 429, and when to come back. */
export const tooManyTries = (site: Site, request: Request, waitSeconds: number) =>
  problem(site, request, 'tooManyTries', undefined, { 'Retry-After': String(Math.max(1, waitSeconds)) });

/**
 * Too many forms from one network: 429, and when to come back.
 * @param visit the campaign that the way leads back to, where there is one
 */
export const tooManyPosts = (site: Site, request: Request, waitSeconds: number, visit: Visit | undefined) =>
  problem(site, request, 429, visit, { 'Retry-After': String(waitSeconds) });
