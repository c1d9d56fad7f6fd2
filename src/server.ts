import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { RunningCampaign } from './campaign/context.ts';
import { expire } from './campaign/expire.ts';
import { importDirectory } from './campaign/import-directory.ts';
import { startCampaign } from './campaign/start-campaign.ts';
import type { Config } from './config.ts';
import type { Clock } from './domain/clock.ts';
import { readPopolo } from './forms/popolo.ts';
import { createApp } from './http/app.ts';
import { openAssets } from './http/assets.ts';
import { consentWording } from './http/campaign-view.ts';
import { openPageCache } from './http/page-cache.ts';
import { openPages } from './http/render-page.ts';
import { consoleLog, type Log } from './log.ts';
import { startDelivery } from './mail/deliver.ts';
import { fillLetter, type LetterParts } from './mail/letter-mail.ts';
import { openMailbox } from './mail/mailbox.ts';
import { openTemplates } from './mail/templates.ts';
import { openTransport } from './mail/transport.ts';
import { buildFolder, campaignsFolder, mailHtmlFolder, templatesFolder, exampleDirectory } from './places.ts';
import { readCampaigns } from './settings/read-campaigns.ts';
import { rememberFact } from './store/facts.ts';
import { openStore, type Store } from './store/open-store.ts';
import { lockForServer } from './store/server-lock.ts';
import { openServerKey } from './vault/server-key.ts';
import { openVault } from './vault/vault.ts';

const systemClock: Clock = () => Math.floor(Date.now() / 1000);

/** An honest request is answered long before; systemd kills after 90 s. */
const stopPatienceMilliseconds = 5000;

export interface RunningServer {
  /** Finishes requests, the group of writes and the mails in hand, then lets go of the database. */
  stop(): Promise<void>;
}

/**
 * Opens the store, starts mail, serves.
 * @throws Error with one readable line if the database, the key or the port cannot be had
 */
export async function startServer(
  config: Config,
  { now = systemClock, log = consoleLog }: { now?: Clock; log?: Log } = {},
): Promise<RunningServer> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockForServer(config.databaseFile);
  const store = openStore(config.databaseFile);
  const vault = openVault(openServerKey(config.serverKeyFile));
  const fingerprint = await store.write((writing) => rememberFact(writing, 'server key', vault.fingerprint));
  if (fingerprint !== vault.fingerprint)
    throw new Error(
      `${config.serverKeyFile} is not the key that this database was made with: put the right file back.`,
    );

  const campaigns = new Map<string, RunningCampaign>();
  for (const settings of readCampaigns(campaignsFolder))
    campaigns.set(
      settings.slug,
      await startCampaign({ store, now }, settings, (locale) => consentWording(settings, locale)),
    );
  const byId = new Map([...campaigns.values()].map((campaign) => [campaign.id, campaign]));
  const campaignOf = (id: number): RunningCampaign | undefined => byId.get(id);
  await importExample({ store, now });

  const fill = openTemplates(templatesFolder, mailHtmlFolder);
  const settingsOf = (id: number) => campaignOf(id)?.settings;
  const sending = { real: config.smtpUrl !== undefined };
  const composer = { store, vault, now, fill, settingsOf, siteUrl: config.siteUrl, mailFrom: config.mailFrom, sending };

  const pages = openPageCache(store);
  const site = {
    config,
    log,
    store,
    vault,
    now,
    campaigns,
    campaignOf,
    render: await openPages(config, buildFolder),
    pages,
    sending,
    mailbox: openMailbox(config.mailboxDir),
    letterMail: (parts: LetterParts) => fillLetter(fill, parts),
  };
  const app = createApp(site, openAssets(join(buildFolder, 'client')));
  const server = await listen(app.fetch, config).catch(async (error: unknown) => {
    await store.close();
    unlock();
    throw error;
  });
  const stopClock = startClock(site, log);
  const delivering = startDelivery(composer, openTransport(config), now, log);

  return {
    stop: async () => {
      stopClock();
      await closeServer(server);
      await delivering.stop();
      await store.close();
      unlock();
    },
  };
}

/** Requests in hand are finished, those that dawdle are cut. */
const closeServer = (server: ReturnType<typeof serve>): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      stopPatienceMilliseconds,
    );
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });

/** The demonstration's representatives; any imported directory takes their place in its country. */
async function importExample(context: { store: Store; now: Clock }): Promise<void> {
  const read = readPopolo(readFileSync(exampleDirectory, 'utf8'), 'example-parliament.json');
  if (read.outcome === 'unreadable') throw new Error(`The example directory is broken: ${read.reason}`);
  await importDirectory(context, read.directory, read.representatives);
}

/** What happens by the clock: noticing the CLI's writes each second, ending old links each hour. */
function startClock(site: { store: Store; now: Clock; pages: { clear(): void } }, log: Log): () => void {
  const noticing = setInterval(() => {
    if (site.store.changedElsewhere()) site.pages.clear();
  }, 1000);
  const expireNow = (): void =>
    void expire(site).then(
      (expired) => expired > 0 && log.info('signatures expired', { expired }),
      () => log.error('expiry failed; tried again in an hour'),
    );
  expireNow();
  const expiring = setInterval(expireNow, 3_600_000);
  return () => {
    clearInterval(noticing);
    clearInterval(expiring);
  };
}

const listen = (fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<ReturnType<typeof serve>> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${config.port} is taken: stop what uses it, or set PORT to another.`)
          : error,
      ),
    );
  });
