import { exportPages } from '../campaign/export-pages.ts';
import { exportedSignatures } from '../campaign/export-signatures.ts';
import { counted, gatherPack, shownNames } from '../campaign/gather-pack.ts';
import { settingsInForce } from '../campaign/settings-in-force.ts';
import type { OpenSealed } from '../campaign/export-pages.ts';
import type { PackName } from '../domain/pack.ts';
import { writePack } from '../pack/pack.ts';
import { campaignsFolder } from '../places.ts';
import type { Campaign } from '../settings/campaign.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';
import { campaignRow } from '../store/campaigns.ts';
import type { Reading } from '../store/schema.ts';
import { CommandError, type OpenVault } from './command.ts';
import { drain, type Destination } from './drain.ts';
import type { ExportCount } from './export-log.ts';
import { kept } from './pour-export.ts';

interface Packing {
  campaign: { id: number; slug: string };
  to: Destination;
  count: ExportCount;
  /** Opens what is sealed, where everybody is to be named. */
  open: OpenSealed | undefined;
}

/** The document that a petition is handed over with. @returns whether somebody read it to its end */
export async function pourPack(
  { store: { read }, vault, now }: OpenVault,
  { campaign, to, count, open }: Packing,
): Promise<{ whole: boolean }> {
  const settings = await settingsOf(read, campaign.slug);
  const facts = await gatherPack(read, { id: campaign.id, settings }, now());
  if (open === undefined)
    return drain(to, undefined, (bar) =>
      writePack(
        facts,
        counted(shownNames(read, vault, { ...campaign, moderation: settings.moderation }, tellBroken), (more) => {
          count.written += more;
          bar.advance(more);
        }),
        'public',
      ),
    );
  const signatures = await exportedSignatures(read, { campaign, all: false, open });
  return drain(to, signatures.total, (bar) =>
    writePack(facts, everybody(kept(exportPages(signatures), everySignature, count, bar)), 'all'),
  );
}

const tellBroken = (signature: number): void =>
  void process.stderr.write(`The public name of signature ${signature} cannot be opened and is left out.\n`);

const everySignature = { what: 'signature', leftOut: () => undefined } as const;

/** What holds of the campaign. Its folder is needed: title, publisher and whom it is addressed to stand nowhere else. */
async function settingsOf(read: Reading, slug: string): Promise<Campaign> {
  const folder = readCampaigns(campaignsFolder).find((campaign) => campaign.slug === slug);
  const row = await campaignRow(read, slug);
  if (folder === undefined || row === undefined)
    throw new CommandError(`The folder of ${slug} is not here, and it says whom the petition is addressed to.`);
  return (await settingsInForce(read, folder, row)).settings;
}

async function* everybody(
  pages: AsyncIterable<{ name: string; country: string; postcode: string }[]>,
): AsyncGenerator<PackName[]> {
  for await (const page of pages) yield page.map(({ name, country, postcode }) => ({ name, country, postcode }));
}
