import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killUnderLoad } from '../support/kill-under-load.ts';
import { losses } from '../support/losses.ts';

/** The same five hundred times: npm run test:faults kills. */
test('a server that is killed five times while people sign, confirm and write loses nobody and no letter, and tells of each mail that comes twice', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'campaign-kit-killed-'));
  try {
    const journal = await killUnderLoad({ dataDir, kills: 5 });
    const { signed, confirmed, wrote, verified, kills } = journal;
    expect(kills).toHaveLength(5);
    for (const [people, least] of [
      [signed, 20],
      [confirmed, 10],
      [wrote, 4],
      [verified, 2],
    ] as const)
      expect(people.size).toBeGreaterThan(least);
    expect(await losses(dataDir, journal)).toEqual([]);
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
