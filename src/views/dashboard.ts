/** What the dashboard and the list of campaigns are given. Types only, as in views.ts. */
import type { Forecast } from '../domain/forecast.ts';
import type { Period, Stretch } from '../domain/history.ts';
import type { DeliveryState, LetterState } from '../domain/letter.ts';
import type { SignatureState } from '../domain/signature.ts';

/** How a campaign stands: whether people can sign, and whether letters leave. Times are ISO. */
export interface CampaignStanding {
  closed: boolean;
  /** The last day. */
  closesAt: string | undefined;
  /** Since when letters are held back. */
  lettersPausedAt: string | undefined;
}

export interface CampaignGlance extends CampaignStanding {
  slug: string;
  title: string;
  confirmed: number;
  /** By how much that rose in the last day, or fell. */
  gainedLastDay: number;
}

export interface DashboardView {
  slug: string;
  title: string;
  standing: CampaignStanding;
  /** When all this was so. */
  asOf: string;
  signatures: SignatureFigures;
  /** The last hours, one by one. */
  hours: Period[];
  history: { days: Stretch; periods: Period[] };
  countries: { rows: { country: string; count: number }[]; others: { countries: number; count: number } };
  sources: { rows: SourceFigures[]; others: SourceFigures };
  letters: LetterFigures;
  mail: MailFigures;
}

export interface SignatureFigures {
  counts: Record<SignatureState, number>;
  /** Confirmed and gathered elsewhere: not in the public count. */
  elsewhere: { paper: number; import: number };
  received: number;
  /** Of what was received, what was confirmed: from 0 to 1; undefined while nothing was. */
  rate: number | undefined;
  /** Within how many hours half, and nine in ten, confirmed. */
  delay: { half: number; most: number } | undefined;
  goal: number;
  /** Undefined once nobody can sign any more. */
  forecast: Forecast | undefined;
}

export interface SourceFigures {
  /** '' where the link carried no code. */
  source: string;
  received: number;
  confirmed: number;
}

export interface LetterFigures {
  counts: Record<LetterState, number>;
  deliveries: Partial<Record<DeliveryState, number>>;
  /** Why those were not sent yet that are queued. */
  waiting: Partial<Record<LetterWait, number>>;
  /** The most written to. */
  representatives: {
    name: string;
    role: string;
    total: number;
    states: Partial<Record<DeliveryState, number>>;
  }[];
}

export type LetterWait = 'leave' | 'with-writers' | 'paused' | 'no-folder' | 'no-server' | 'hours' | 'unfit';

/** Mail of all campaigns: they share one mail server. */
export interface MailFigures {
  waiting: number;
  /** How long the oldest has been waiting, in minutes; undefined while none waits. */
  oldestMinutes: number | undefined;
  /** In the last day. */
  sent: number;
  /** What went wrong in the last day, by reason. */
  troubles: { reason: string; putOff: number; failed: number }[];
}
