import { changePassword } from '../../campaign/change-organizer.ts';
import { endOwnSessions, noteOwnAct, removePasskey } from '../../campaign/own-sign-in.ts';
import type { OrganizePages } from '../../organize-views.ts';
import { readPasswordChange } from '../../forms/organizer.ts';
import { fieldsOf } from '../../forms/read-form.ts';
import { sessionsOf } from '../../store/organizer-sessions.ts';
import { passkeysOf } from '../../store/organizers.ts';
import { strings } from '../../strings/strings.ts';
import type { FormView } from '../../views.ts';
import { clientNetwork } from '../client-network.ts';
import { page, seeOther } from '../respond.ts';
import type { Site } from '../site.ts';
import { forRole, withForm, type OrganizerRequest } from './door.ts';
import { organizePage } from './organize-page.ts';
import { ourWords } from './our-words.ts';
import { tooManyTries } from '../too-many.ts';
import type { Throttle } from './throttle.ts';

type View = OrganizePages['/organize/account'];

const isDone = (text: string | undefined): text is NonNullable<View['done']> =>
  ['password', 'sessions', 'passkey', 'added'].includes(text ?? '');

/** `GET /organize/account` */
export const showAccount = (site: Site) => forRole(site, 'viewer', (asked) => accountPage(site, asked, []));

async function accountPage(site: Site, asked: OrganizerRequest, errors: FormView['errors']): Promise<Response> {
  const { organizerId, sessionId } = asked.organizer;
  const { read } = site.store;
  const done = asked.request.req.query('done');
  const sessions = await sessionsOf(read, site.now(), organizerId);
  const view: View = {
    passkeys: (await passkeysOf(read, organizerId)).map(({ id, name, createdAt }) => ({
      id,
      name: name ?? '',
      addedAt: createdAt ?? undefined,
    })),
    sessions: sessions.map(({ id, createdAt }) => ({ id, begunAt: createdAt, own: id === sessionId })),
    done: isDone(done) && errors.length === 0 ? done : undefined,
    form: { values: {}, errors },
  };
  return organizePage(site, asked, '/organize/account', view, { status: errors.length > 0 ? 422 : 200 });
}

/** `POST /organize/account/password`: needs the current one; other sessions end. */
export const postPassword = (site: Site, throttle: Throttle) =>
  forRole(
    site,
    'viewer',
    withForm(site, async ({ sent, ...asked }) => {
      const { accounts: text } = strings('en').organize;
      const read = readPasswordChange(fieldsOf(sent), text, ourWords(site, asked.organizer.handle));
      if (read.outcome === 'faulty') return accountPage(site, asked, read.errors);
      const { current, password } = read.value;
      const checked = await checkPassword(site, throttle, asked, current);
      if (checked !== 'right') return checked ?? accountPage(site, asked, [wrong('current')]);
      const hash = await (await site.accounts()).hashPassword(password);
      await changePassword(site, { ...asked.organizer, hash });
      return seeOther(site, '/organize/account?done=password');
    }),
  );

/** `POST /organize/account/recovery-codes`: new ones, shown this once. */
export const postRecoveryCodes = (site: Site, throttle: Throttle) =>
  forRole(
    site,
    'viewer',
    withForm(site, async ({ sent, ...asked }) => {
      const password = fieldsOf(sent)['password-for-codes'] ?? '';
      const checked = await checkPassword(site, throttle, asked, password);
      if (checked !== 'right') return checked ?? accountPage(site, asked, [wrong('password-for-codes')]);
      const codes = await (await site.accounts()).newRecoveryCodes(asked.request.req.raw.headers, password);
      await noteOwnAct(site, asked.organizer.handle, 'recovery-codes-made');
      return page({ site, request: asked.request, locale: 'en' }, '/organize/recovery-codes', { codes });
    }),
  );

/** `POST /organize/account/sessions`: ends one of one's own, or all others. */
export const postSessions = (site: Site) =>
  forRole(
    site,
    'viewer',
    withForm(site, async ({ sent, organizer }) => {
      const { session } = fieldsOf(sent);
      const which = session === undefined ? { but: organizer.sessionId } : { only: session };
      await endOwnSessions(site, organizer, which, 'sessions-ended');
      return seeOther(site, session === organizer.sessionId ? '/organize/sign-in' : '/organize/account?done=sessions');
    }),
  );

/** `POST /organize/account/passkeys`: removes one of one's own. */
export const postPasskeys = (site: Site) =>
  forRole(
    site,
    'viewer',
    withForm(site, async ({ sent, organizer }) => {
      const removed = await removePasskey(site, organizer, fieldsOf(sent).remove ?? '');
      return seeOther(site, removed ? '/organize/account?done=passkey' : '/organize/account');
    }),
  );

const wrong = (field: string) => ({ field, message: strings('en').organize.accounts.faults.passwordWrong });

/** Whoever sits at an open laptop may guess no more often than at the door. @returns an answer where that was too often */
async function checkPassword(
  site: Site,
  throttle: Throttle,
  { request, organizer }: OrganizerRequest,
  password: string,
): Promise<'right' | Response | undefined> {
  const network = clientNetwork(request, site.config.trustedProxies);
  const { waitSeconds, first } = throttle.take({ kind: 'password', of: organizer.handle }, network);
  if (first) await noteOwnAct(site, organizer.handle, 'locked-out', { step: 'password' });
  if (waitSeconds > 0) return tooManyTries(site, request, waitSeconds);
  if (!(await (await site.accounts()).isPassword(organizer.organizerId, password))) return undefined;
  throttle.forgive({ kind: 'password', of: organizer.handle }, network);
  return 'right';
}
