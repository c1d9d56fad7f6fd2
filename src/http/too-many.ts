import { problem } from '../problem.ts';
import type { Request, Site } from '../site.ts';

/** Too many wrong tries: 429, and when to come back. */
export async function tooMany(site: Site, request: Request, waitSeconds: number): Promise<Response> {
  const answer = await problem(site, request, 'tooManyTries');
  answer.headers.set('Retry-After', String(Math.max(1, waitSeconds)));
  return answer;
}
