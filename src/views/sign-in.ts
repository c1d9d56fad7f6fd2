/** What the pages before and around signing in are given. Types only, as in views.ts. */
import type { OrganizerRole } from '../domain/organizer.ts';
import type { FormView } from '../views.ts';

export interface SignInPages {
  '/organize/sign-in': { form: FormView; again: boolean };
  '/organize/code': { form: FormView };
  '/organize/join': { token: string; handle: string; role: OrganizerRole; form: FormView };
  '/organize/second-step': { app: { uri: string; secret: string }; form: FormView };
  '/organize/recovery-codes': { codes: string[] };
  '/organize/sign-out': Record<string, never>;
}
