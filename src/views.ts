/**
 * What each page is given in `Astro.locals`. http/ fills it, pages show it and ask for nothing else.
 * Types only: a page is bundled by Vite and must not pull the server's modules in a second time.
 */
import type { Channel } from './domain/channel.ts';
import type { Standing } from './domain/moderation.ts';
import type { ElsewhereView, FiguresView, RemovalView } from './views/figures.ts';
import type { SignedInPages } from './organize-views.ts';
import type { PrintView, SendView } from './views/send.ts';
import type { SharePages } from './views/share.ts';
import type { SignInPages } from './views/sign-in.ts';

export type { CampaignStanding, DashboardView } from './views/dashboard.ts';
export type { DayView, ElsewhereView, FiguresView, QualityView, RemovalView } from './views/figures.ts';
export type { PrintView, SendTask, SendView, SendWay } from './views/send.ts';

/** In every page. */
export interface SiteView {
  /** The one origin that links are built from, without a slash at the end. */
  url: string;
  /** What the page is written and formatted in. */
  locale: string;
  /** What stands in front of the paths of the site's own pages in this language: '' or such as `/de`. */
  base: string;
  /** True while mail is only written to files: pages then link to /mailbox. */
  mailbox: boolean;
  /** True while an organizer's identity lies on a server: pages then do not say that it cannot open what is typed. */
  keyOnServer: boolean;
  /** Who stands behind the whole site, where all campaigns have the same publisher. */
  publisher: CampaignView['publisher'] | undefined;
}

/** A page in one of the languages that it is there in. */
export interface PageLanguage {
  locale: string;
  /** Of the campaign or of the page. */
  path: string;
  /** For readers whose language is not among them. */
  byDefault: boolean;
  /** Whether it is the one that is shown. */
  shown: boolean;
}

export interface PublicName {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  comment: string;
}

export interface CampaignView {
  slug: string;
  /** `/social-credit`, or `/de/social-credit` in another than the campaign's default locale. */
  path: string;
  /** The same page in every locale that the campaign is shown in. */
  languages: PageLanguage[];
  locale: string;
  /** The language of its texts: another than `locale` where they have not been translated. */
  textLocale: string;
  /** The language of what organizers say once, in `campaign.yaml`. */
  defaultLocale: string;
  title: string;
  summary: string;
  addressee: string;
  /** The petition's text; paragraphs are parted by an empty line. */
  ask: string;
  /** ISO days of earlier versions' replacement, oldest first; empty while the text never changed. */
  askChangedOn: string[];
  credit: string | undefined;
  publisher: { name: string; contact: string; legalAddress: string; dataController: string };
  /** Signatures that were confirmed here. */
  count: number;
  elsewhere: ElsewhereView;
  /** The latest, and only those that had counted. */
  removals: RemovalView[];
  /** The next goal that is not reached, or the last one. */
  goal: number;
  closed: boolean;
  /** Nobody can sign for now; letters and confirmations go on. */
  paused: boolean;
  /** ISO day. */
  closesAt: string | undefined;
  outcome:
    { handedOverAt?: string | undefined; handedOver?: number | undefined; answer?: string | undefined } | undefined;
  fields: { postcode: boolean; comment: boolean };
  /** The wording shown beside the form, stored by version with each signature. */
  consent: { statement: string; public: string; updates: string };
  letters: boolean;
  /** The name of the field that people do not see. */
  honeypot: string;
  recent: PublicName[];
}

export interface FieldError {
  /** The name of the form field; the error summary links to `#<field>`. */
  field: string;
  message: string;
}

/** A form as it was sent, to be shown again. Values by field name. */
export interface FormView {
  values: Record<string, string>;
  errors: FieldError[];
}

export interface RepresentativeView {
  id: number;
  name: string;
  /** Such as "MP" or "Member of the Example Parliament". */
  role: string;
  party: string;
  area: string;
  /** How a letter gets there; with `none` they cannot be chosen. */
  channel: Channel;
  /** An organizer granted a pause: no mail goes there for now. */
  paused: boolean;
}

export interface DirectoryView {
  title: string;
  source: string;
  /** ISO day. */
  asOf: string;
  representatives: RepresentativeView[];
}

export interface LetterView {
  /** '' until one is chosen. */
  country: string;
  /** The one that was looked for; '' for all, or several. */
  area: string;
  /** Areas of the country's representatives, to narrow the list; empty when there are none. */
  areas: { id: string; name: string }[];
  /** Names of the areas that `directories` is narrowed to; empty for all. */
  within: string[];
  /** Words of a name, an area or a party that `directories` is narrowed to; '' for none. */
  search: string;
  /** Where the country's table of postcodes comes from, each '' where it does not say; undefined while there is none. */
  postcodes: { source: string; licence: string; asOf: string } | undefined;
  /** Whether anybody can be written to from the country. */
  anybody: boolean;
  directories: DirectoryView[];
  /** How many more fit than `directories` holds. */
  rest: number;
  /** Who else fits and is written another text to, with the page for it. */
  others: { href: string; titles: string[]; count: number }[];
  /** What the list is narrowed to, for the form to bring back. */
  where: string;
  maxRepresentatives: number;
  subject: string;
  body: string;
  prompt: string;
  /** The campaign's letter, untouched; '' where it has none. */
  template: string;
  /** Ids of the representatives that are ticked. */
  chosen: number[];
}

/** Exactly what will be sent, one entry a representative. */
export interface PreviewView {
  /** `mail` has the headers of what we send; undefined where the writer takes the letter there. */
  letters: {
    to: string;
    channel: Channel;
    mail: { from: string; replyTo: string } | undefined;
    subject: string;
    text: string;
  }[];
  /** How much of it is the template's, 0…10, and the campaign's question; undefined where there is no template. */
  coaching: { tenths: number; prompt: string } | undefined;
}

export interface ConfirmView {
  token: string;
  kind: 'signature' | 'letter';
  state: 'pending' | 'done';
  /** What is about to be confirmed: the owner of the address sees what was typed before it counts. */
  details: Detail[];
  /** Where the writer of a confirmed letter goes on, if they take it to somebody themselves. */
  sendPath: string | undefined;
}

/** One line of what is held: a label and what stands there. */
export interface Detail {
  label: string;
  value: string;
}

/** What we hold about whoever has the link. */
export interface DataView {
  token: string;
  /** What was just done, or could not be done. */
  done: 'show' | 'show-waiting' | 'show-hidden' | 'hide' | 'no-news' | 'withdraw' | 'refused' | undefined;
  signature:
    | {
        state: 'pending' | 'confirmed' | 'withdrawn' | 'expired' | 'invalidated';
        details: Detail[];
        /** Whether this link's key opens what was typed. */
        opened: boolean;
        /** Gathered on paper or by others, and handed in by the organizers. */
        elsewhere: boolean;
        resubmissions: number;
        petitionText: string;
        /** What stood beside the form; `ticked` is undefined where only another link opens it, or where there was no box. */
        consent: { text: string; box: boolean; ticked: boolean | undefined }[];
        newsOff: boolean;
        shown: (PublicName & { standing: Standing }) | undefined;
        mayBeShown: boolean;
        mayWithdraw: boolean;
      }
    | undefined;
  letters: {
    details: Detail[];
    opened: boolean;
    text: string | undefined;
    textGone: boolean;
    /** Whether the writer takes it to somebody themselves. */
    toSend: boolean;
  }[];
}

/** Whether a representative has answered, for the letter's writer to say. */
export interface AnsweredView {
  token: string;
  representative: string;
  /** What the page's button says, or what was said. Undefined: nothing yet. */
  answer: 'yes' | 'no' | undefined;
}

/** Why a representative got a letter. Holds nothing about its writer. */
export interface WhyView {
  token: string;
  representative: string;
  /** `asOf` is an ISO day, or ''. */
  directory: { title: string; source: string; asOf: string };
  /** How many people have written to the representative in this campaign. */
  writers: number;
  /** `day` is an ISO day: of the request, of the decision, of the pause's beginning. */
  pause: { state: 'none' } | { state: 'open' | 'declined' | 'paused'; day: string };
}

export interface ProblemView {
  status: number;
  title: string;
  /** What happened and what to do next, in a sentence or two. */
  detail: string;
  /** Where to go on. */
  next: { href: string; label: string };
}

export interface MailSummary {
  id: string;
  to: string;
  subject: string;
  /** ISO 8601. */
  date: string;
}

export interface MailView extends MailSummary {
  from: string;
  replyTo: string;
  text: string;
  headers: { name: string; value: string }[];
  html: boolean;
}

/** A campaign on the pages that speak of all of them. */
export interface SiteCampaign extends Pick<CampaignView, 'title' | 'textLocale' | 'path' | 'publisher'> {
  retention: { unconfirmedDays: number; letterTextDays: number; daysAfterClose: number };
}

/** One page, and what it shows. The key is the Astro route that renders it. */
export interface Pages extends SignedInPages, SignInPages, SharePages {
  '/': { campaigns: CampaignView[]; languages: PageLanguage[] };
  '/campaign': { campaign: CampaignView; form: FormView };
  '/figures': { campaign: CampaignView; figures: FiguresView };
  '/check-your-mail': { campaign: CampaignView; form: FormView };
  '/signed': { campaign: CampaignView };
  '/letter': { campaign: CampaignView; letter: LetterView; form: FormView };
  '/letter-preview': { campaign: CampaignView; preview: PreviewView; form: FormView; chosen: number[] };
  '/letter-sent': { campaign: CampaignView };
  '/confirm': { campaign: CampaignView; confirm: ConfirmView };
  '/me': { form: FormView; closed: string[]; languages: PageLanguage[] };
  '/me-mailed': Record<string, never>;
  '/me-erased': Record<string, never>;
  '/your-data': { campaign: CampaignView; data: DataView; form: FormView };
  '/answered': { campaign: CampaignView; answered: AnsweredView };
  '/answered-thanks': { campaign: CampaignView; answered: AnsweredView };
  '/why': { campaign: CampaignView; why: WhyView };
  '/send-yourself': { campaign: CampaignView; send: SendView };
  '/letter-print': { campaign: CampaignView; print: PrintView };
  '/privacy': { languages: PageLanguage[]; campaigns: SiteCampaign[] };
  '/accessibility': { languages: PageLanguage[]; campaigns: SiteCampaign[] };
  '/problem': { problem: ProblemView };
  '/mailbox': { mails: MailSummary[] };
  '/mail': { mail: MailView };
}
