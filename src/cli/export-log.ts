import { existsSync } from 'node:fs';
import { noteExportBegun, noteExportEnd } from '../campaign/note-export.ts';
import type { ExportPlan } from '../domain/export-purpose.ts';
import type { LeftOut } from '../domain/left-out.ts';
import { fact } from '../store/facts.ts';
import { openServerKey } from '../vault/server-key.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import type { OpenStore } from './command.ts';
import { whenInterrupted } from './interruption.ts';

/** How far an export has come. */
export interface ExportCount {
  written: number;
  leftOut: LeftOut;
}

/**
 * Writes the export down before its first byte and after its last, also where it stops in between.
 * @param pour writes it, counting as it goes; says whether all of it was written
 */
export async function logged(
  open: OpenStore,
  { slug, plan, out }: { slug: string; plan: ExportPlan; out: string | undefined },
  pour: (count: ExportCount) => Promise<{ whole: boolean }>,
): Promise<ExportCount> {
  const count: ExportCount = { written: 0, leftOut: {} };
  const vault = await serverVault(open);
  if (vault === undefined) {
    process.stderr.write('The server’s key is not on this machine, so its log does not hold this export.\n');
    await pour(count);
    return count;
  }
  const log = { ...open, vault };
  const exporting = { organizer: 'command', campaign: slug };
  const begun = await noteExportBegun(log, exporting, plan);
  let ended = false;
  const end = async (whole: boolean): Promise<void> => {
    if (ended) return;
    ended = true;
    await noteExportEnd(log, exporting, { begun, whole, ...count });
  };
  const settle = whenInterrupted(async () => {
    await end(false);
    return out === undefined ? 'what was written so far is not whole.' : undefined;
  });
  try {
    const { whole } = await pour(count);
    await end(whole);
    return count;
  } catch (error) {
    // What broke the export is what has to be told, whether or not the log can still be written.
    await end(false).catch(() => undefined);
    throw error;
  } finally {
    settle();
  }
}

/** Undefined on an organizer's own computer, where a copy of the database lies without the server's key. */
async function serverVault({ store, config }: OpenStore): Promise<Vault | undefined> {
  if (!existsSync(config.serverKeyFile)) return undefined;
  const vault = openVault(openServerKey(config.serverKeyFile));
  return (await fact(store.read, 'server key')) === vault.fingerprint ? vault : undefined;
}
