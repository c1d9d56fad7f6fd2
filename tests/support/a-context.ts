import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningCampaign } from '../../src/campaign/context.ts';
import { exportPages } from '../../src/campaign/export-pages.ts';
import { exportedSignatures } from '../../src/campaign/export-signatures.ts';
import type { ExportedSignature } from '../../src/domain/exported-signature.ts';
import { openSealed } from '../../src/campaign/open-sealed.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { openContext, type OpenContext } from '../../src/open-context.ts';
import { aDatabase } from './a-database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readIdentityFile } from '../../src/vault/identity-file.ts';

export interface TestContext extends OpenContext {
  config: Config;
  clock: { at: number };
  socialCredit: RunningCampaign;
  remove(): Promise<void>;
}

/** All that a verb works with, on a real database in a folder of its own, with a clock that a test turns. */
export async function aContext(): Promise<TestContext> {
  const database = await aDatabase();
  const config = readConfig({ DATA_DIR: await mkdtemp(join(tmpdir(), 'campaign-kit-context-')), ...database.env });
  const clock = { at: Date.parse('2026-11-23T12:34:56Z') / 1000 };
  const context = await openContext(config, () => clock.at);
  return {
    ...context,
    config,
    clock,
    socialCredit: context.campaigns.get('social-credit')!,
    remove: async () => {
      await context.close();
      await database.remove();
      await rm(config.dataDir, { recursive: true });
    },
  };
}

/** What an organizer exports from a data folder, opened with the identity that lies in it. */
export async function exportedFrom(dataDir: string, { all = true, env = {} } = {}) {
  const config = readConfig({ DATA_DIR: dataDir, ...env });
  const store = await openStore(config.database);
  const identities = (await readIdentityFile(config.organizerKeyFile)).map(({ secret }) => secret);
  const rows: ExportedSignature[] = [];
  const left: { id: number; reason: string }[] = [];
  try {
    const { id } = await store.read
      .selectFrom('campaigns')
      .select('id')
      .where('slug', '=', 'social-credit')
      .executeTakeFirstOrThrow();
    const options = { campaign: { id, slug: 'social-credit' }, all, open: openSealed(store.read, identities) };
    for await (const page of exportPages(await exportedSignatures(store.read, options))) {
      rows.push(...page.opened);
      left.push(...page.unopened);
    }
  } finally {
    await store.close();
  }
  return { rows, left };
}
