import { decidePause, resumeRepresentative } from '../campaign/decide-pause.ts';
import { isoDay } from '../domain/clock.ts';
import { openPauseRequests, pausedRepresentatives } from '../store/pauses.ts';
import { CommandError, parseCommand, withStore } from './command.ts';

/** `pauses [grant|decline N | resume N]`: what representatives have asked for, and who gets no letters. */
export async function pausesCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [verb, number, ...more] = positionals;
  if (verb === undefined) return list(values.json);
  if (!['grant', 'decline', 'resume'].includes(verb) || !/^\d{1,15}$/.test(number ?? '') || more.length > 0)
    throw new CommandError('Say what to do: npx campaign pauses grant N, decline N, or resume N', 2);
  return verb === 'resume' ? resume(Number(number)) : decide(Number(number), verb === 'grant' ? 'grant' : 'decline');
}

async function list(json: boolean): Promise<number> {
  const { requests, paused } = await withStore(async ({ store: { read } }) => ({
    requests: (await openPauseRequests(read)).map(({ askedAt, ...request }) => ({ ...request, day: isoDay(askedAt) })),
    paused: (await pausedRepresentatives(read)).map(({ id, name, pausedAt }) => ({
      representativeId: id,
      representative: name,
      since: pausedAt === null ? null : isoDay(pausedAt),
    })),
  }));
  if (json) process.stdout.write(`${JSON.stringify({ requests, paused })}\n`);
  else {
    if (requests.length === 0) process.stdout.write('Nobody waits for a decision.\n');
    for (const { id, representative, campaign, day } of requests)
      process.stdout.write(`${id}  ${representative} asked for a pause on ${day}, in ${campaign}\n`);
    for (const { representativeId, representative, since } of paused)
      process.stdout.write(`Paused since ${since}: representative ${representativeId}, ${representative}\n`);
  }
  return 0;
}

async function decide(requestId: number, decision: 'grant' | 'decline'): Promise<number> {
  const decided = await withStore((open) => decidePause(open, requestId, decision));
  if (decided.outcome === 'unknown')
    throw new CommandError(`There is no request ${requestId}: npx campaign pauses lists them.`);
  if (decided.outcome === 'decided-before') throw new CommandError(`Request ${requestId} was decided before.`);
  process.stdout.write(
    decided.outcome === 'granted'
      ? `No more letters go to this representative until npx campaign pauses resume ${decided.representativeId}\n`
      : 'Declined: letters go on. Their page says so.\n',
  );
  return 0;
}

async function resume(representativeId: number): Promise<number> {
  if (!(await withStore((open) => resumeRepresentative(open, representativeId))))
    throw new CommandError(`There is no representative ${representativeId}: npx campaign pauses lists those paused.`);
  process.stdout.write('Letters may go to this representative again.\n');
  return 0;
}
