/** What the pages about organizers are given, beside who is signed in. Types only, as in views.ts. */
import type { OrganizerRole } from '../domain/organizer.ts';
import type { FormView } from '../views.ts';

/** One organizer; times are ISO 8601. */
export interface OrganizerView {
  handle: string;
  role: OrganizerRole;
  secondStep: boolean;
  passkeys: number;
  /** When the newest session that still runs began. */
  sessionAt: string | undefined;
}

/** One entry of the log. */
export interface ActView {
  id: number;
  /** ISO 8601. */
  at: string;
  /** A handle, or `command`. */
  organizer: string;
  act: string;
  campaign: string;
  /** As text; lists are parted by commas, and what is not there is ''. */
  facts: Record<string, string>;
}

export interface AccountPages {
  '/organize/account': {
    passkeys: { id: string; name: string; addedAt: string | undefined }[];
    sessions: { id: string; begunAt: string; own: boolean }[];
    done: 'password' | 'sessions' | 'passkey' | 'added' | undefined;
    form: FormView;
  };
  '/organize/organizers': {
    organizers: OrganizerView[];
    /** `until` is an ISO day. */
    invited: { handle: string; role: OrganizerRole; until: string }[];
    /** Days are ISO days; undefined for never. */
    keys: { name: string; recipient: string; checked: string | undefined; retired: string | undefined }[];
    /** Shown this once. */
    link: { handle: string; href: string } | undefined;
    done: { act: 'role' | 'remove' | 'end-sessions'; handle: string } | undefined;
    form: FormView;
  };
  '/organize/log': { acts: ActView[]; older: number | undefined; newest: boolean };
}
