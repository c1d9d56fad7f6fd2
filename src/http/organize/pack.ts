import { counted, gatherPack, shownNames } from '../../campaign/gather-pack.ts';
import { noteExportBegun, noteExportEnd } from '../../campaign/note-export.ts';
import { isoDay } from '../../domain/clock.ts';
import type { ExportPlan } from '../../domain/export-purpose.ts';
import { writePack } from '../../pack/pack.ts';
import { download } from '../respond.ts';
import type { Site } from '../site.ts';
import { forCampaign, withForm, type CampaignRequest } from './door.ts';

const plan: ExportPlan = { what: 'pack', format: 'html', fields: [], purpose: 'hand-over', words: '', all: false };

/**
 * `POST /organize/{campaign}/export/pack`: the document that the petition is handed over with, to save and print. It names those who chose to be
 * named; nothing sealed is in it.
 */
export const postPack = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async ({ campaign, organizer }) => {
      const { id, settings } = campaign;
      const at = site.now();
      const facts = await gatherPack(site.store.read, { id, settings }, at);
      const exporting = { organizer: organizer.handle, campaign: settings.slug };
      const begun = await noteExportBegun(site, exporting, plan);
      return download(site, {
        name: `${settings.slug}-petition-${isoDay(at)}.html`,
        type: 'text/html; charset=utf-8',
        parts: noted(
          async function* (count) {
            const names = shownNames(site.store.read, site.vault, { id, ...settings }, site.brokenName);
            yield* writePack(
              facts,
              counted(names, (more) => void (count.written += more)),
              'public',
            );
          },
          (whole, written) => noteExportEnd(site, exporting, { begun, whole, written, leftOut: {} }),
        ),
      });
    }),
  );

interface Count {
  written: number;
}

/**
 * Writes the end down, whether all of it was read or the browser went away, be it before the first part: a generator that nobody has begun would end without
 * a word.
 */
export function noted(
  write: (count: Count) => AsyncGenerator<string>,
  end: (whole: boolean, written: number) => Promise<unknown>,
): AsyncIterable<string> {
  const count = { written: 0 };
  const parts = write(count);
  let ended = false;
  const endOnce = async (whole: boolean): Promise<void> => {
    if (ended) return;
    ended = true;
    await end(whole, count.written);
  };
  const iterator: AsyncIterator<string> = {
    next: async () => {
      try {
        const part = await parts.next();
        if (part.done === true) await endOnce(true);
        return part;
      } catch (error) {
        // What broke it is what has to be told, whether or not the log can still be written.
        await endOnce(false).catch(() => undefined);
        throw error;
      }
    },
    return: async () => {
      await parts.return(undefined);
      await endOnce(false);
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
