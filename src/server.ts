import { existsSync, readFileSync } from 'node:fs';
import { giveBack } from './campaign/give-back.ts';
import { importDirectory } from './campaign/import-directory.ts';
import { realMail } from './campaign/queue-standing.ts';
import { reapplyErasures } from './campaign/reapply-erasures.ts';
import { noteSiteAddress } from './campaign/site-address.ts';
import type { Config } from './config.ts';
import type { Clock } from './domain/clock.ts';
import { readPopolo } from './forms/popolo.ts';
import { openAssets } from './http/assets.ts';
import { openBrokenNames } from './http/broken-names.ts';
import { openBusyAnswers } from './http/busy-answers.ts';
import { openFrontServer, type FrontServer } from './http/front-server.ts';
import { ownLanguage } from './http/languages.ts';
import { openLater } from './http/later.ts';
import { openListener } from './http/listener.ts';
import { openNetworkTags } from './http/network-tags.ts';
import { openThrottle } from './http/organize/throttle.ts';
import { openPageCache } from './http/page-cache.ts';
import { openPostLimits } from './robots/post-limits.ts';
import { openProcessMetrics } from './http/process-metrics.ts';

import { usualPatience, type Patience } from './http/patience.ts';
import { openPages } from './http/render-page.ts';
import { openRequestCounts } from './http/request-counts.ts';
import { openShelf } from './http/shelf.ts';
import { openWork } from './robots/work.ts';
import { failureFacts, openLog, type Log } from './log.ts';
import { newMailTold, startDelivery } from './mail/deliver.ts';
import { fillLetter, type LetterParts } from './mail/letter-mail.ts';
import { openMailbox } from './mail/mailbox.ts';
import { openMailDomains, type MailResolver } from './mail/mail-domains.ts';
import { askingFirst } from './mail/no-mail-there.ts';
import { openMessages } from './mail/open-message.ts';
import { openTemplates } from './mail/templates.ts';
import { openTransport } from './mail/transport.ts';
import { openContext, type OpenContext } from './open-context.ts';
import type { Accounts } from './organizers/accounts.ts';
import { openPainter } from './picture/painter.ts';
import { openPictureCache } from './picture/picture-cache.ts';
import {
  buildFolder,
  clientFolder,
  compressedFolder,
  mailHtmlFolder,
  templatesFolder,
  exampleDirectory,
  version,
} from './places.ts';
import { startClock, tellUnreadable } from './server-clock.ts';
import { lapseClaims } from './store/claims.ts';
import type { Store } from './store/store.ts';
import { rememberFact } from './store/facts.ts';
import { lockForServer } from './store/server-lock.ts';
import { takeOverFile } from './store/take-over-file.ts';

const systemClock: Clock = () => Math.floor(Date.now() / 1000);
const ownStopwatch: Clock = () => performance.now() / 1000;

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
    stopwatch = ownStopwatch,
    log = openLog(config.logFormat),
    patience = usualPatience(config.trustedProxies.length > 0),
    resolver,
  }: { now?: Clock; stopwatch?: Clock; log?: Log; patience?: Patience; resolver?: MailResolver } = {},
): Promise<RunningServer> {
  const unlock = lockForServer(config.database);
  const context = await takeOver(config, now, log).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const close = async (): Promise<void> => {
    await context.close();
    unlock();
  };
  try {
    const front = openFrontServer(config.siteUrl, patience);
    return await serveCampaigns(config, context, { stopwatch, log, front, resolver }, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the store as the only server on it, or on PostgreSQL as one of several. */
async function takeOver(config: Config, now: Clock, log: Log): Promise<OpenContext> {
  const lost = takeOverFile(config.database, existsSync(config.serverKeyFile));
  if (lost > 0)
    log.error('the log of the database is damaged: what was written last is lost (docs/running.md)', {
      transactions: lost,
    });
  const context = await openContext(config, now);
  // Whoever sent mail from this file before has died, and its claims need not lapse.
  if (config.database.kind === 'sqlite') await context.store.write((writing) => lapseClaims(writing, now()));
  return context;
}

interface Serving {
  stopwatch: Clock;
  log: Log;
  front: FrontServer;
  resolver: MailResolver | undefined;
}

async function serveCampaigns(
  config: Config,
  context: OpenContext,
  { stopwatch, log, front, resolver }: Serving,
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

  const mail = newMailTold();
  const painter = openPainter();
  const site = {
    ...context,
    config,
    log,
    language: ownLanguage(context.campaigns.values()),
    render: await openPages(config, buildFolder, context.campaigns.values(), context.keyPlaces.onServer),
    pages: openPageCache(store),
    shelf: openShelf(config.siteUrl, now),
    pictures: openPictureCache(painter, stopwatch, (error) => {
      // Whoever stops the server ends what draws, too.
      if (!front.stopping()) log.error('a picture could not be drawn', failureFacts(error));
    }),
    requests: openRequestCounts(),
    processMetrics: openProcessMetrics(version),
    mail,
    storeBusy: openBusyAnswers(log),
    stopping: front.stopping,
    refused: front.refused,
    later: openLater(log),
    networkTag: openNetworkTags(now),
    postLimits: openPostLimits(now),
    work: openWork(context.vault.workSecrets, now),
    brokenName: openBrokenNames(log),
    accounts,
    throttle: openThrottle(stopwatch),
    sending,
    mailbox: openMailbox(config.mailboxDir),
    letterMail: (parts: LetterParts) => fillLetter(fill, parts),
  };
  const smtpOrFiles = openTransport(config, log);
  const asks = config.smtpUrl !== undefined && config.mxLookup;
  const transport = asks ? askingFirst(smtpOrFiles, openMailDomains(log, resolver)) : smtpOrFiles;
  const routes = openListener(site, openAssets(clientFolder, compressedFolder));
  await front.listen(config, (incoming, outgoing) => {
    if (site.shelf.answer(incoming, outgoing)) return true;
    void routes(incoming, outgoing);
    return false;
  });
  // Not before it has the port: a start beside a running server fails there, and leads nobody astray. Whoever is served by now goes on being so.
  await noteSiteAddress(context, config).catch((error: unknown) =>
    log.error('the address of this site could not be noted for commands: give them SITE_URL', failureFacts(error)),
  );
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
  const delivering = startDelivery(composer, transport, now, log, () => giveBack(context), { told: mail });

  return {
    accounts,
    stop: async () => {
      await Promise.all([front.stop().then(() => site.later.finish()), delivering.stop()]);
      painter.close();
      await site.pictures.finish();
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
