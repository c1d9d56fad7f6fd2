import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDyingServer, type DyingServer } from '../../support/a-dying-server.ts';
import { freePort } from '../../support/free-port.ts';
import type { Tool } from './tools.ts';

/** A fault as it is outside of tests. */
export interface Fault {
  name: string;
  /** What happens, and what must not come of it. */
  says: string;
  needs: readonly Tool[];
  /** Ends by itself. @param tell how far it is @throws Error if something came of it */
  run: (tell: (progress: string) => void) => Promise<void>;
}

/** A folder for one fault, deleted afterwards. */
export async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-kit-real-'));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server in a process of its own, and where it is. @param under a program that runs it */
export async function aServerAt(
  dataDir: string,
  env: Record<string, string> = {},
  under: string[] = [],
): Promise<DyingServer & { url: string }> {
  const port = String(await freePort());
  const server = await aDyingServer({ PORT: port, DATA_DIR: dataDir, TRUSTED_PROXIES: '127.0.0.1', ...env }, under);
  return { ...server, url: `http://localhost:${port}` };
}
