import { existsSync } from 'node:fs';
import { examine, type Finding } from '../campaign/examine.ts';
import { endingOf, unreadableEnd } from '../campaign/ending.ts';
import { settingsInForce } from '../campaign/settings-in-force.ts';
import { unknownTargets } from '../campaign/unknown-targets.ts';
import type { Config } from '../config.ts';
import { campaignsFolder } from '../places.ts';
import type { Campaign } from '../settings/campaign.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';
import { campaignRow, slugsWithPeople } from '../store/campaigns.ts';
import { faultsIn } from '../store/examine-file.ts';
import type { Reading } from '../store/schema.ts';
import { now, parseCommand, withVault } from './command.ts';
import { findingLine } from './finding-line.ts';

/** `doctor`: whether keys and counts are well, and what to know before going live. Exit code 1 if anything is not well. */
export async function doctorCommand(args: string[]): Promise<number> {
  const { values } = parseCommand({ args, options: { json: { type: 'boolean', default: false } } });
  const findings = await withVault(async ({ store, vault, config }) => {
    const settings = readCampaigns(campaignsFolder);
    return [
      ...fileFinding(config),
      ...(await examine({ store, vault }, existsSync(config.organizerKeyFile))),
      ...(await endings(store.read, settings)),
      ...(await leftAlone(store.read, settings)),
      ...(await Promise.all(settings.map((campaign) => unknownTargets({ store }, campaign))))
        .flat()
        .map((text) => ({ ok: false, text })),
      ...beforeGoingLive(config, settings),
    ];
  });
  if (values.json) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else for (const finding of findings) process.stdout.write(findingLine(finding));
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

/** SQLite's own look at its whole file: a damaged page may lie where nobody reads for months. */
function fileFinding({ database }: Config): Finding[] {
  if (database.kind === 'postgres') return [];
  const [fault] = faultsIn(database.file, true);
  return [
    fault === undefined
      ? { ok: true, text: 'The database’s file is whole.' }
      : {
          ok: false,
          text: `The database’s file is damaged (${fault}). Stop the server, move the file away and restore the newest backup: npx campaign restore <file>.`,
        },
  ];
}

/** Campaigns whose people are about to be deleted. */
async function endings(db: Reading, settings: Campaign[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const campaign of settings) {
    const row = await campaignRow(db, campaign.slug);
    if (row === undefined || row.emptied_at !== null) continue;
    const inForce = await settingsInForce(db, campaign, row);
    for (const setting of inForce.unreadable)
      findings.push({
        ok: false,
        text: `${campaign.slug}: what an organizer has said of “${setting}” cannot be read; campaign.yaml counts.${unreadableEnd(inForce).includes(setting) ? ' Nothing is deleted at the campaign’s end until this is mended.' : ''} Set it anew on the settings page.`,
      });
    if (endingOf(inForce, row, now()) !== 'not-soon')
      findings.push({
        ok: true,
        note: true,
        text: `${campaign.slug}: all signatures and letters are deleted within a week, as its retention.daysAfterClose says. Have you exported them?`,
      });
  }
  return findings;
}

/** Campaigns whose folder is gone: nothing says how long their people are kept. */
async function leftAlone(db: Reading, settings: Campaign[]): Promise<Finding[]> {
  const slugs = settings.map(({ slug }) => slug);
  return (await slugsWithPeople(db))
    .filter((slug) => !slugs.includes(slug))
    .map((slug) => ({
      ok: false,
      text: `${slug}: people are stored, but its folder is gone from src/content/campaigns: they cannot reach their page, and nothing is ever deleted. Put the folder back, and close the campaign there if it is over.`,
    }));
}

/** What `campaign new` puts where somebody has to write. */
const isPlaceholder = (words: object): boolean => /replace me/i.test(JSON.stringify(words));

/** Fine for a trial, and nothing to show to the world. */
function beforeGoingLive(config: Config, settings: Campaign[]): Finding[] {
  const replace = settings.filter(({ publisher }) => isPlaceholder(publisher));
  const unwritten = settings.filter((campaign) => isPlaceholder({ ...campaign, publisher: undefined }));
  const notes = [
    ...unwritten.map(({ slug }) => `${slug}: some of its texts still say “Replace me”, and people would sign that.`),
    ...replace.map(({ slug }) => `${slug}: its publisher is made up: put your own into campaign.yaml.`),
    config.loopback ? 'SITE_URL is this machine: nobody else can follow the links in your mails.' : undefined,
    !config.loopback && config.siteUrl.startsWith('http:')
      ? 'SITE_URL is not https: what people type can be read on its way.'
      : undefined,
    config.smtpUrl === undefined
      ? 'SMTP_URL is not set: mail is written to files, which can be read, and not sent.'
      : undefined,
  ];
  return notes.filter((text) => text !== undefined).map((text) => ({ ok: true, note: true, text }));
}
