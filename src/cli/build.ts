import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../domain/refusal.ts';
import { buildFolder, campaignsFolder, projectRoot } from '../places.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';

const stamp = join(buildFolder, 'built-from');
const sources = ['src', 'public', 'templates', 'astro.config.mjs', 'package-lock.json'];

/** Whether the sources have changed since the last build. */
export const isBuilt = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();

/**
 * Checks the campaigns' settings, then makes pages and mails: in a process of its own, since what that takes of memory would never
 * come back to the server.
 * @throws SettingsError with one readable sentence if a setting is wrong
 */
export async function build(): Promise<void> {
  const before = fingerprint();
  readCampaigns(campaignsFolder);
  const made = spawn(process.execPath, [join(import.meta.dirname, 'make-pages.ts')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(made, 'exit')) as [number | null];
  if (code !== 0) throw new Refusal('The pages could not be made: what stands above says why.');
  writeFileSync(stamp, before);
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources)
    for (const file of filesOf(join(projectRoot, source))) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return [];
  const entries = readdirSync(dirname(place), { withFileTypes: true });
  if (entries.find((entry) => join(dirname(place), entry.name) === place)?.isFile() === true) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
