import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveBack } from './campaign/give-back.ts';
import { importDirectory } from './campaign/import-directory.ts';
import { realMail } from './campaign/queue-standing.ts';
import { reapplyErasures } from './campaign/reapply-erasures.ts';
import type { Config } from './config.ts';
import type { Clock } from './domain/clock.ts';
import { readPopolo } from './forms/popolo.ts';
import { openAssets } from './http/assets.ts';
import { openFrontServer, type FrontServer } from './http/front-server.ts';
import { openLater } from './http/later.ts';
import { openListener } from './http/listener.ts';
import { openNetworkTags } from './http/network-tags.ts';
import { openPageCache } from './http/page-cache.ts';
import { openPostLimits } from './robots/post-limits.ts';
import { openProcessMetrics } from './http/process-metrics.ts';

import { usualPatience, type Patience } from './http/patience.ts';
import { openPages } from './http/render-page.ts';
import { openRequestCounts } from './http/request-counts.ts';
import { openShelf } from './http/shelf.ts';
import { openWork } from './robots/work.ts';
import { openLog, type Log } from './log.ts';
import { startDelivery } from './mail/deliver.ts';
import { fillLetter, type LetterParts } from './mail/letter-mail.ts';
import { openMailbox } from './mail/mailbox.ts';
import { openMessages } from './mail/open-message.ts';
import { openTemplates } from './mail/templates.ts';
import { openTransport } from './mail/transport.ts';
import { openContext, type OpenContext } from './open-context.ts';
import type { Accounts } from './organizers/accounts.ts';
import { openPainter } from './picture/painter.ts';
import { openPictureCache } from './picture/picture-cache.ts';
import { buildFolder, mailHtmlFolder, templatesFolder, exampleDirectory, version } from './places.ts';
import { startClock, tellUnreadable } from './server-clock.ts';
import type { Store } from './store/store.ts';
import { rememberFact } from './store/facts.ts';
import { lockForServer } from './store/server-lock.ts';

const systemClock: Clock = () => Math.floor(Date.now() / 1000);

export interface RunningServer {
  accounts: () => Promise<Accounts>;
  /** Finishes requests, the group of writes and the mails in hand, then lets go of the database. Within some seconds, but for a piece of clocked work. */
  stop(): Promise<void>;
}

/**
 * Opens the store, starts mail, serves.
 * @throws Error with one readable line if the database, the key or the port cannot be had
 */
export async function startServer(
  config: Config,
  {
    now = systemClock,
    log = openLog(config.logFormat),
    patience = usualPatience(config.trustedProxies.length > 0),
  }: { now?: Clock; log?: Log; patience?: Patience } = {},
): Promise<RunningServer> {
  const unlock = lockForServer(config.database);
  const context = await openContext(config, now).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const close = async (): Promise<void> => {
    await context.close();
    unlock();
  };
  try {
    return await serveCampaigns(config, context, log, openFrontServer(config.siteUrl, patience), close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function serveCampaigns(
  config: Config,
  context: OpenContext,
  log: Log,
  front: FrontServer,
  close: () => Promise<void>,
): Promise<RunningServer> {
  const { store, vault, now, campaignOf } = context;
  await reapplyErasures(context);
  await importExample(context);
  if (config.smtpUrl !== undefined) await store.write((writing) => rememberFact(writing, realMail, 'yes'));

  const fill = openTemplates(templatesFolder, mailHtmlFolder);
  const settingsOf = (id: number) => campaignOf(id)?.settings;
  const accounts = onceAsked(async () => {
    // better-auth takes longer to load than all the rest together.
    const { openAccounts } = await import('./organizers/accounts.ts');
    return openAccounts({ store, secret: vault.accountsSecret, siteUrl: config.siteUrl });
  });
  const sending = { real: config.smtpUrl !== undefined };

  const painter = openPainter();
  const mailOutcomes = { sent: 0, 'put-off': 0, failed: 0 };
  const site = {
    ...context,
    config,
    log,
    render: await openPages(config, buildFolder, context.campaigns.values()),
    pages: openPageCache(store),
    shelf: openShelf(config.siteUrl, now),
    pictures: openPictureCache(painter),
    requests: openRequestCounts(),
    processMetrics: openProcessMetrics(version),
    mailOutcomes,
    storeBusy: { answers: 0 },
    stopping: front.stopping,
    refused: front.refused,
    later: openLater(log),
    networkTag: openNetworkTags(now),
    postLimits: openPostLimits(now),
    work: openWork(context.vault.workSecrets, now),
    accounts,
    sending,
    mailbox: openMailbox(config.mailboxDir),
    letterMail: (parts: LetterParts) => fillLetter(fill, parts),
  };
  const transport = openTransport(config);
  const routes = openListener(site, openAssets(join(buildFolder, 'client')));
  await front.listen(config, (incoming, outgoing) => {
    if (site.shelf.answer(incoming, outgoing)) return true;
    void routes(incoming, outgoing);
    return false;
  });
  for (const campaign of context.campaigns.values()) tellUnreadable(campaign, log);
  const stopClock = startClock(site, log);
  const { siteUrl, mailFrom } = config;
  const composer = {
    store,
    vault,
    now,
    open: openMessages(store, vault),
    fill,
    settingsOf,
    siteUrl,
    mailFrom,
    sending,
  };
  const delivering = startDelivery(composer, transport, now, log, () => giveBack(context), mailOutcomes);

  return {
    accounts,
    stop: async () => {
      await Promise.all([front.stop().then(() => site.later.finish()), delivering.stop()]);
      painter.close();
      await stopClock();
      await close();
    },
  };
}

function onceAsked<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** The demonstration's representatives; any imported directory takes their place in its country. */
async function importExample(context: { store: Store; now: Clock }): Promise<void> {
  const read = readPopolo(readFileSync(exampleDirectory, 'utf8'), 'example-parliament.json');
  if (read.outcome === 'unreadable') throw new Error(`The example directory is broken: ${read.reason}`);
  await importDirectory(context, read.directory, read.representatives, { force: true });
}
