import type { HttpBindings } from '@hono/node-server';
import type { Context as RequestContext } from 'hono';
import type { Context, RunningCampaign } from '../campaign/context.ts';
import type { KeyPlaces } from '../campaign/key-places.ts';
import type { BrokenName } from '../campaign/shown-names.ts';
import { matchLocale } from '../domain/locale.ts';
import type { MailHeld, MailOutcome } from '../domain/message.ts';
import type { Sending } from '../store/fit-representatives.ts';
import type { Config } from '../config.ts';
import type { Accounts } from '../organizers/accounts.ts';
import type { Log } from '../log.ts';
import type { LetterParts } from '../mail/letter-mail.ts';
import type { FilledTemplate } from '../mail/templates.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import { strings, type Strings } from '../strings/strings.ts';
import type { PictureCache } from '../picture/picture-cache.ts';
import type { PostLimits } from '../robots/post-limits.ts';
import type { Work } from '../robots/work.ts';
import type { FrontServer } from './front-server.ts';
import type { BusyAnswers } from './busy-answers.ts';
import type { Later } from './later.ts';
import type { NetworkTag } from './network-tags.ts';
import type { Throttle } from './organize/throttle.ts';
import type { PageCache } from './page-cache.ts';
import type { Metric } from './exposition.ts';

import type { RenderPage } from './render-page.ts';
import type { RequestCounts } from './request-counts.ts';
import type { Shelf } from './shelf.ts';

/** Everything that answers are made of. */
export interface Site extends Context {
  config: Config;
  log: Log;
  /** By slug. */
  campaigns: ReadonlyMap<string, RunningCampaign>;
  keyPlaces: KeyPlaces;
  /** Of the site's own pages that have none in their address. */
  language: string;
  render: RenderPage;
  pages: PageCache;
  shelf: Shelf;
  pictures: PictureCache;
  requests: RequestCounts;
  processMetrics: () => Metric[];
  /** How mails went since the process began, and why none goes out now. */
  mail: { readonly outcomes: Readonly<Record<MailOutcome, number>>; held: () => MailHeld | undefined };
  storeBusy: BusyAnswers;
  /** True from the moment that the server is told to stop. */
  stopping: () => boolean;
  /** How many were refused before any route saw them, by status. */
  refused: FrontServer['refused'];
  later: Later;
  networkTag: NetworkTag;
  postLimits: PostLimits;
  work: Work;
  brokenName: BrokenName;
  /** Loaded when somebody first goes to /organize. */
  accounts: () => Promise<Accounts>;
  /** For tries to sign in. */
  throttle: Throttle;
  sending: Sending;
  mailbox: Mailbox;
  /** A letter as its representative will get it. */
  letterMail: (parts: LetterParts) => FilledTemplate;
}

export type Request = RequestContext<{ Bindings: HttpBindings }>;

/** A campaign as it was asked for. */
export interface Visit {
  campaign: RunningCampaign;
  locale: string;
  strings: Strings;
}

/** The campaign and locale of an address such as `/social-credit` or `/de/social-credit`. */
export function visitOf(site: Site, request: Request): Visit | undefined {
  const campaign = site.campaigns.get(request.req.param('campaign') ?? '');
  const asked = request.req.param('locale');
  if (campaign === undefined) return undefined;
  const { defaultLocale } = campaign.settings;
  if (asked === defaultLocale || (asked !== undefined && !campaign.locales.includes(asked))) return undefined;
  return visitIn(campaign, asked ?? defaultLocale);
}

/** The locale of a campaign that speaks a language of the interface. */
export const localeFor = ({ locales, settings }: RunningCampaign, language: string): string =>
  matchLocale(language, locales) ?? settings.defaultLocale;

/** A campaign in a locale in which somebody signed or wrote; in its default one where it is not shown in that any more. */
export function visitIn(campaign: RunningCampaign, locale: string): Visit {
  const shown = campaign.locales.includes(locale) ? locale : campaign.settings.defaultLocale;
  return { campaign, locale: shown, strings: strings(shown) };
}
