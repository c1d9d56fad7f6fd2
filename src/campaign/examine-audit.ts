import { isoDay } from '../domain/clock.ts';
import { actsAfter, type AuditRow } from '../store/audit.ts';
import { fact } from '../store/facts.ts';
import { allOrganizers } from '../store/organizers.ts';
import { sameBytes } from '../vault/same-bytes.ts';
import type { Context } from './context.ts';
import type { Finding } from './examine.ts';
import { auditEnd, endOfAudit, macOfAct } from './note-act.ts';

const pageSize = 500;

/** Whether every entry of the log is what the server wrote, in its order and up to its end. */
export const examineAudit = ({ store, vault }: Pick<Context, 'store' | 'vault'>): Promise<Finding> =>
  store.snapshot(async (db) => {
    let before: AuditRow | undefined;
    let count = 0;
    for (;;) {
      const page = await actsAfter(db, before?.id ?? 0, pageSize);
      if (page.length === 0) break;
      for (const row of page) {
        if (!sameBytes(row.mac, macOfAct(vault, before?.mac, row))) return broken(row);
        before = row;
        count++;
      }
    }
    const end = await fact(db, auditEnd);
    // Joining is written down: where there are organizers, an empty log was emptied, and the fact of its end taken away with it.
    if (before === undefined && end === undefined && (await allOrganizers(db)).length === 0)
      return { ok: true, text: 'The log of what organizers did is empty.' };
    if (before === undefined || end !== endOfAudit(vault, before.mac)) return cutOff(before);
    return {
      ok: true,
      text: `The log of what organizers did is whole: ${count} entries, the newest is number ${before.id} of ${isoDay(before.at)}.`,
    };
  });

const broken = ({ id, at }: AuditRow): Finding => ({
  ok: false,
  text: `The log of what organizers did is broken at entry ${id} of ${isoDay(at)}: it, or the one before it, was changed, put in or taken out past Campaign Kit. Compare it with a backup.`,
});

const cutOff = (last: AuditRow | undefined): Finding => ({
  ok: false,
  text: `The log of what organizers did was cut off ${last === undefined ? 'whole' : `after entry ${last.id} of ${isoDay(last.at)}`}: newer entries were taken out past Campaign Kit. Compare it with a backup.`,
});
