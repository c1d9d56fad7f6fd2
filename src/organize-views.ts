/** What each page for organizers is given, beside who is signed in. Types only, as in views.ts. */
import type { AccountPages } from './account-views.ts';
import type { Organizer } from './domain/organizer.ts';
import type { SignatureState } from './domain/signature.ts';

export interface OrganizePages extends AccountPages {
  '/organize': {
    campaigns: { slug: string; title: string; closed: boolean; counts: Record<SignatureState, number> }[];
  };
}

/** The same as the pages get it. */
export type SignedInPages = { [Page in keyof OrganizePages]: OrganizePages[Page] & { organizer: Organizer } };
