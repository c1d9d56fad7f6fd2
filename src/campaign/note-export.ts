import { factsOfBegun, factsOfEnd, type ExportPlan } from '../domain/export-purpose.ts';
import type { LeftOut } from '../domain/left-out.ts';
import type { Context } from './context.ts';
import { noteAct } from './note-act.ts';

interface Exporting {
  /** Their handle, or `command`. */
  organizer: string;
  /** Its slug. */
  campaign: string;
}

type Log = Pick<Context, 'store' | 'vault' | 'now'>;

/** Writes down that an export begins, before its first byte. @returns the entry's number */
export const noteExportBegun = (
  { store, vault, now }: Log,
  { organizer, campaign }: Exporting,
  plan: ExportPlan,
): Promise<number> =>
  store.write((writing) =>
    noteAct(writing, vault, { at: now(), organizer, act: 'export-begun', campaign, facts: factsOfBegun(plan) }),
  );

interface Ended {
  /** The number of its beginning. */
  begun: number;
  /** Whether all of it was written. */
  whole: boolean;
  written: number;
  leftOut: LeftOut;
}

/** Writes down how an export ended. One that has a beginning only was killed. */
export const noteExportEnd = (
  { store, vault, now }: Log,
  { organizer, campaign }: Exporting,
  { begun, whole, written, leftOut }: Ended,
): Promise<number> =>
  store.write((writing) =>
    noteAct(writing, vault, {
      at: now(),
      organizer,
      act: whole ? 'export-done' : 'export-stopped',
      campaign,
      facts: factsOfEnd(begun, written, leftOut),
    }),
  );
