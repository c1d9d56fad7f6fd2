import { endOwnSessions, noteOwnAct, noteSignIn } from '../../campaign/own-sign-in.ts';
import { isHandle } from '../../domain/organizer.ts';
import { fieldsOf } from '../../forms/read-form.ts';
import { readSecondStep, readSignIn } from '../../forms/organizer.ts';
import { lockedUntil, organizerByHandle, organizerById } from '../../store/organizers.ts';
import { strings } from '../../strings/strings.ts';
import type { FormView } from '../../views.ts';
import { clientNetwork } from '../client-network.ts';
import { sentForm } from '../guard.ts';
import { problem } from '../problem.ts';
import { page, seeOther, withCookies } from '../respond.ts';
import type { Request, Site } from '../site.ts';
import { tooManyTries } from '../too-many.ts';
import type { Throttle } from './throttle.ts';

const locale = 'en';
const emptyForm: FormView = { values: {}, errors: [] };

/** `GET /organize/sign-in` */
export const showSignIn =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    if ((await (await site.accounts()).signedIn(request.req.raw.headers)) !== undefined)
      return seeOther(site, '/organize');
    const again = request.req.query('again') !== undefined;
    return page({ site, request, locale }, '/organize/sign-in', { form: emptyForm, again });
  };

/** `POST /organize/sign-in`: the first step. The answer is the same for an unknown handle and a wrong password. */
export const postSignIn =
  (site: Site, throttle: Throttle) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const { accounts: text } = strings(locale).organize;
    const values = fieldsOf(sent.body);
    const refuse = (errors: FormView['errors']): Promise<Response> =>
      page({ site, request, locale, status: 422 }, '/organize/sign-in', {
        form: { values: { handle: values.handle ?? '' }, errors },
        again: false,
      });
    const read = readSignIn(values, text);
    if (read.outcome === 'faulty') return refuse(read.errors);
    const { handle, password } = read.value;
    const network = clientNetwork(request, site.config.trustedProxies);
    const { waitSeconds, first } = throttle.take({ kind: 'password', of: handle }, network);
    if (first) await noteLockOut(site, handle);
    if (waitSeconds > 0) return tooManyTries(site, request, waitSeconds);
    const done = isHandle(handle)
      ? await (await site.accounts()).byPassword(handle, password)
      : { outcome: 'wrong' as const };
    if (done.outcome === 'wrong') return refuse([{ field: 'handle', message: text.faults.signInWrong }]);
    throttle.forgive({ kind: 'password', of: handle }, network);
    // Whoever was signed in here is not any more: the browser forgets that session with this answer.
    await endSessionSent(site, request);
    const next = done.outcome === 'code' ? '/organize/code' : '/organize/second-step';
    return withCookies(seeOther(site, next), done.cookies);
  };

/** Nothing that a stranger types gets into the log: only handles that there are. */
async function noteLockOut(site: Site, handle: string): Promise<void> {
  const organizer = await organizerByHandle(site.store.read, handle);
  if (organizer !== undefined) await noteOwnAct(site, organizer.name, 'locked-out', { step: 'password' });
}

/** `GET /organize/code`: the second step. */
export const showCode =
  (site: Site) =>
  async (request: Request): Promise<Response> =>
    (await (await site.accounts()).whoOwesCode(request.req.raw.headers)) === undefined
      ? seeOther(site, '/organize/sign-in?again')
      : page({ site, request, locale }, '/organize/code', { form: emptyForm });

/** `POST /organize/code`: an app's code or a recovery code; then one is signed in, by a session that is new. */
export const postCode =
  (site: Site, throttle: Throttle) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    const { headers } = request.req.raw;
    const owing = await (await site.accounts()).whoOwesCode(headers);
    if (owing === undefined) return seeOther(site, '/organize/sign-in?again');
    const { accounts: text } = strings(locale).organize;
    const refuse = (errors: FormView['errors']): Promise<Response> =>
      page({ site, request, locale, status: 422 }, '/organize/code', { form: { values: {}, errors } });
    const read = readSecondStep(fieldsOf(sent.body), text);
    if (read.outcome === 'faulty') return refuse(read.errors);
    // Codes are counted in the database, by organizer, too: better-auth locks the second step after ten wrong ones.
    const network = clientNetwork(request, site.config.trustedProxies);
    const counted = { kind: 'code', of: owing.organizerId } as const;
    const { waitSeconds } = throttle.take(counted, network);
    if (waitSeconds > 0) return tooManyTries(site, request, waitSeconds);
    const done = await (await site.accounts()).byCode(headers, read.value.code);
    if (done.outcome === 'locked') return tooManyTries(site, request, await secondsLocked(site, owing.organizerId));
    if (done.outcome === 'begin-again') return seeOther(site, '/organize/sign-in?again');
    if (done.outcome === 'wrong') {
      await noteLock(site, owing.organizerId);
      return refuse([{ field: 'code', message: text.faults.codeWrong }]);
    }
    throttle.forgive(counted, network);
    await noteSignIn(site, done);
    return withCookies(seeOther(site, '/organize'), done.cookies);
  };

async function noteLock(site: Site, organizerId: string): Promise<void> {
  if ((await secondsLocked(site, organizerId)) === 0) return;
  const organizer = await organizerById(site.store.read, organizerId);
  if (organizer !== undefined) await noteOwnAct(site, organizer.name, 'locked-out', { step: 'code' });
}

async function secondsLocked(site: Site, organizerId: string): Promise<number> {
  const until = await lockedUntil(site.store.read, organizerId);
  return until === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
}

/** `GET /organize/sign-out`: a page with one button; changes nothing. */
export const showSignOut =
  (site: Site) =>
  (request: Request): Promise<Response> =>
    page({ site, request, locale }, '/organize/sign-out', {});

/** `POST /organize/sign-out`: ends the session, here and in the database. */
export const postSignOut =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const sent = await sentForm(site, request);
    if (sent.outcome === 'refused') return problem(site, request, sent.status);
    await endSessionSent(site, request);
    const cookies = await (await site.accounts()).forgettingCookies(request.req.raw.headers);
    return withCookies(seeOther(site, '/organize/sign-in'), cookies);
  };

async function endSessionSent(site: Site, request: Request): Promise<void> {
  const signedIn = await (await site.accounts()).signedIn(request.req.raw.headers);
  if (signedIn !== undefined) await endOwnSessions(site, signedIn, { only: signedIn.sessionId }, 'signed-out');
}
