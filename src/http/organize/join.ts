import { findInvitation, joinOrganizers } from '../../campaign/join-organizers.ts';
import { endOwnSessions, noteOwnAct } from '../../campaign/own-sign-in.ts';
import { fieldsOf } from '../../forms/read-form.ts';
import { readNewPassword, readSecondStep } from '../../forms/organizer.ts';
import { organizerByHandle } from '../../store/organizers.ts';
import { strings } from '../../strings/strings.ts';
import type { FormView } from '../../views.ts';
import { sentForm } from '../guard.ts';
import { problem } from '../problem.ts';
import { page, seeOther, withCookies } from '../respond.ts';
import type { Request, Site } from '../site.ts';
import { ourWords } from './our-words.ts';

const locale = 'en';
const refusals = { unknown: 'invitationUnknown', over: 'invitationOver' } as const;

/** `GET /organize/join/{token}`: who is invited as what, and a field for a password. Changes nothing. */
export const showJoin =
  (site: Site) =>
  (request: Request): Promise<Response> =>
    joinPage(site, request, 200, []);

async function joinPage(site: Site, request: Request, status: number, errors: FormView['errors']): Promise<Response> {
  const token = request.req.param('token') ?? '';
  const found = await findInvitation(site.store.read, token, site.now());
  if (found.outcome !== 'open') return problem(site, request, refusals[found.outcome]);
  const { handle } = found.invitation;
  // Whoever begins again stays what they are.
  const role = (await organizerByHandle(site.store.read, handle))?.role ?? found.invitation.role;
  return page({ site, request, locale, status }, '/organize/join', {
    token,
    handle,
    role,
    form: { values: {}, errors },
  });
}

/** `POST /organize/join/{token}`: uses the invitation up; the second step comes next. */
export const postJoin =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const token = request.req.param('token') ?? '';
    const found = await findInvitation(site.store.read, token, site.now());
    if (found.outcome !== 'open') return problem(site, request, refusals[found.outcome]);
    const ours = ourWords(site, found.invitation.handle);
    const read = readNewPassword(fieldsOf(sent.body), strings(locale).organize.accounts, ours);
    if (read.outcome === 'faulty') return joinPage(site, request, 422, read.errors);
    const { password } = read.value;
    const passwordHash = await (await site.accounts()).hashPassword(password);
    const newId = await (await site.accounts()).newId();
    const done = await joinOrganizers(site, { token, passwordHash, newId });
    if (done.outcome !== 'joined') return problem(site, request, refusals[done.outcome]);
    const old = await endOldSession(site, request.req.raw.headers);
    const half = await (await site.accounts()).byPassword(done.handle, password);
    if (half.outcome !== 'set-up') return withCookies(seeOther(site, '/organize/sign-in'), old);
    return withCookies(seeOther(site, '/organize/second-step'), half.cookies);
  };

/** Whoever joins is somebody else from now on, or begins again: a session that this browser has may not stay open beside. */
async function endOldSession(site: Site, headers: Headers): Promise<string[]> {
  const accounts = await site.accounts();
  const old = (await accounts.signedIn(headers)) ?? (await accounts.halfSignedIn(headers));
  if (old === undefined) return [];
  await endOwnSessions(site, old, { only: old.sessionId }, 'signed-out');
  return accounts.forgettingCookies(headers);
}

/** `GET /organize/second-step`: the secret for an authenticator app, for whoever has given their password and has none yet. */
export const showSecondStep =
  (site: Site) =>
  (request: Request): Promise<Response> =>
    secondStepPage(site, request, 200, []);

async function secondStepPage(
  site: Site,
  request: Request,
  status: number,
  errors: FormView['errors'],
): Promise<Response> {
  const half = await (await site.accounts()).halfSignedIn(request.req.raw.headers);
  const app = half && (await (await site.accounts()).appSecret(half.organizerId, half.handle));
  if (app === undefined) return seeOther(site, '/organize/sign-in');
  return page({ site, request, locale, status }, '/organize/second-step', { app, form: { values: {}, errors } });
}

/** `POST /organize/second-step`: a first code; then one is signed in, and sees the recovery codes this once. */
export const postSecondStep =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const { headers } = request.req.raw;
    if ((await (await site.accounts()).halfSignedIn(headers)) === undefined) return seeOther(site, '/organize/sign-in');
    const { accounts: text } = strings(locale).organize;
    const read = readSecondStep(fieldsOf(sent.body), text);
    if (read.outcome === 'faulty') return secondStepPage(site, request, 422, read.errors);
    const done = await (await site.accounts()).setUpSecondStep(headers, read.value.code);
    if (done.outcome === 'wrong')
      return secondStepPage(site, request, 422, [{ field: 'code', message: text.faults.codeWrong }]);
    await noteOwnAct(site, done.handle, 'second-step-set-up');
    const answer = await page({ site, request, locale }, '/organize/recovery-codes', { codes: done.recoveryCodes });
    return withCookies(answer, done.cookies);
  };
