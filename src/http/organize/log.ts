import type { Act } from '../../campaign/note-act.ts';
import { isoTime } from '../../domain/clock.ts';
import { actsBefore } from '../../store/audit.ts';
import type { Site } from '../site.ts';
import { forRole } from './door.ts';
import { organizePage } from './organize-page.ts';

const pageSize = 50;

/** `GET /organize/log`: what organizers did, the newest first; `?before=` an entry's number goes on from there. */
export const showLog = (site: Site) =>
  forRole(site, 'viewer', async (asked) => {
    const number = asked.request.req.query('before');
    const before = number !== undefined && /^\d{1,15}$/.test(number) ? Number(number) : undefined;
    const rows = await actsBefore(site.store.read, before, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    return organizePage(site, asked, '/organize/log', {
      acts: shown.map(({ id, at, organizer, act, campaign, facts }) => ({
        id,
        at: isoTime(at),
        organizer,
        act,
        campaign,
        facts: factsIn(facts),
      })),
      older: rows.length > pageSize ? shown.at(-1)?.id : undefined,
      newest: before === undefined,
    });
  });

const factsIn = (stored: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(JSON.parse(stored) as Act['facts']).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value ?? ''),
    ]),
  );
