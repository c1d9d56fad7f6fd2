/** What anybody may see of a campaign's count and how it came about. Types only, as in views.ts. */
import type { CountryFigures } from '../domain/country-figures.ts';
import type { HistoryCounts } from '../domain/published-history.ts';

/** Signatures that organizers took out of the count. */
export interface RemovalView {
  /** ISO day. */
  on: string;
  /** How many had counted. */
  count: number;
  /** As the organizers wrote it. */
  reason: string;
  /** ISO day on which they were put back. */
  undoneOn: string | undefined;
}

/** Confirmed signatures that were not gathered on the site. They are in no other figure. */
export interface ElsewhereView {
  paper: number;
  import: number;
}

export interface QualityView {
  /** Forms that came in. */
  received: number;
  /** Confirmations, ever; of those who withdrew and came back each one. */
  confirmed: number;
  withdrawn: number;
  /** Not confirmed in time. */
  expired: number;
  /** Had counted, and their signers deleted everything. */
  erased: number;
  /** Mails asking to confirm that could not be delivered. */
  bounced: number;
  /** Taken out of the count by organizers, as it stands now; forms that were never confirmed among them. */
  invalidated: number;
}

export interface DayView extends HistoryCounts {
  /** ISO. */
  day: string;
  total: number;
}

export interface FiguresView {
  quality: QualityView;
  removals: RemovalView[];
  countries: CountryFigures;
  /** The newest first; those on which anything happened. */
  days: DayView[];
}
