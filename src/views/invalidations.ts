import type { InvalidationState } from '../domain/invalidation.ts';
import type { Detail, FormView } from '../views.ts';

export interface InvalidationView {
  id: number;
  path: string;
  state: InvalidationState;
  reason: string;
  conditions: Detail[];
  count: number;
  confirmed: number;
  /** 0…100: how much of the campaign was looked at. */
  percent: number;
  /** ISO times. */
  madeAt: string;
  madeBy: string;
  settledAt: string | undefined;
  undone: { at: string; by: string } | undefined;
}

/** What many forms have in common. */
export interface TrendView {
  label: string;
  forms: number;
  /** ISO time. */
  lastHour: string;
  /** The form with this filled in; undefined for those who may not take anything out. */
  look: string | undefined;
}

/** What is unusual, and what was taken out of the count. */
export interface InvalidationPages {
  '/organize/trends': {
    slug: string;
    networks: TrendView[];
    domains: TrendView[];
    disposable: { all: number; disposable: number; look: string | undefined };
    honeypot: { forms: number; look: string | undefined };
    /** `confirmed`: how many of them were, whenever that was. */
    bursts: { hour: string; count: number; usual: number; confirmed: number; look: string | undefined }[];
  };
  '/organize/invalidations': { slug: string; makePath: string | undefined; invalidations: InvalidationView[] };
  '/organize/invalidation': {
    slug: string;
    invalidation: InvalidationView;
    undoPath: string | undefined;
    over: boolean;
  };
  '/organize/invalidation-new': {
    slug: string;
    /** Where the button under the conditions posts to. */
    previewPath: string;
    form: FormView;
    over: boolean;
    preview:
      | {
          matching: number;
          confirmed: number;
          /** Whether all were looked at. */
          whole: boolean;
          conditions: Detail[];
          reason: string;
          makePath: string;
          /** The same as was typed, for the button to bring back; a domain as its tag. */
          fields: { name: string; value: string }[];
        }
      | undefined;
  };
}
