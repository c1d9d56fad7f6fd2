import { boundQuestions, noteOwnAct, noteSignIn } from '../../campaign/own-sign-in.ts';
import type { SignedIn } from '../../organizers/accounts.ts';
import { strings } from '../../strings/strings.ts';
import { clientNetwork } from '../client-network.ts';
import { sentJson } from '../guard.ts';
import { json, withCookies } from '../respond.ts';
import type { Request, Site } from '../site.ts';
import type { Throttle } from './throttle.ts';

type Body = Record<string, unknown>;

const refuse = (site: Site, status: number, message = '', headers: Record<string, string> = {}): Response =>
  json(site, { message }, { status, headers });

/** A POST of JSON by the script of one of our own pages: unlike the public API, this takes no absent Origin. */
const fromScript =
  (site: Site, handle: (request: Request, body: Body) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    if (request.req.header('Origin') !== site.config.siteUrl) return refuse(site, 403);
    const sent = await sentJson(site, request);
    return sent.outcome === 'refused' ? refuse(site, sent.status) : handle(request, sent.body);
  };

const objectIn = (value: unknown): Body | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;

const { accounts: text } = strings('en').organize;

/** `POST /organize/passkeys/ask`: a challenge for whichever passkey there is. */
export const askPasskey = (site: Site, throttle: Throttle) =>
  fromScript(site, async (request) => {
    // Each challenge is a row: nobody gets them by the thousand, nor do all the world where networks are not known.
    const network = clientNetwork(request, site.config.trustedProxies);
    const { waitSeconds } = throttle.take(undefined, network);
    if (waitSeconds > 0)
      return refuse(site, 429, text.passkeyTrouble.failed, { 'Retry-After': String(Math.max(1, waitSeconds)) });
    const { options, cookies } = await (await site.accounts()).askForPasskey();
    if (network === undefined) await boundQuestions(site);
    return withCookies(json(site, options), cookies);
  });

/** `POST /organize/passkeys/sign-in`: the device's answer. A passkey that was unlocked counts for both steps. */
export const signInByPasskey = (site: Site, throttle: Throttle) =>
  fromScript(site, async (request, body) => {
    const { headers } = request.req.raw;
    const before = await (await site.accounts()).signedIn(headers);
    const done = await (await site.accounts()).byPasskey(headers, objectIn(body.response) ?? {});
    if (done.outcome === 'wrong') return refuse(site, 422, text.passkeyTrouble.refused);
    const network = clientNetwork(request, site.config.trustedProxies);
    throttle.forgive(undefined, network);
    await noteSignIn(site, { handle: done.handle, by: 'passkey' }, before);
    return withCookies(json(site, { next: '/organize' }), done.cookies);
  });

/**
 * `POST /organize/passkeys/add/ask`: a challenge for a new passkey. It needs the password: an open laptop must not be enough to
 * get in for good.
 */
export const askNewPasskey = (site: Site, throttle: Throttle) =>
  signedInScript(site, async (request, body, { handle, organizerId }) => {
    if (nameIn(body) === '') return refuse(site, 422, text.faults.nameMissing);
    const network = clientNetwork(request, site.config.trustedProxies);
    const { waitSeconds, first } = throttle.take({ kind: 'password', of: handle }, network);
    if (first) await noteOwnAct(site, handle, 'locked-out', { step: 'password' });
    if (waitSeconds > 0)
      return refuse(site, 429, strings('en').problems.tooManyTries.detail, { 'Retry-After': String(waitSeconds) });
    if (typeof body.password !== 'string' || !(await (await site.accounts()).isPassword(organizerId, body.password)))
      return refuse(site, 422, text.faults.passwordWrong);
    throttle.forgive({ kind: 'password', of: handle }, network);
    const { options, cookies } = await (await site.accounts()).askForNewPasskey(request.req.raw.headers, handle);
    return withCookies(json(site, options), cookies);
  });

/** `POST /organize/passkeys/add`: the device's answer, and a name for it. */
export const addPasskey = (site: Site) =>
  signedInScript(site, async (request, body, { handle }) => {
    const added = await (
      await site.accounts()
    ).addPasskey(request.req.raw.headers, objectIn(body.response) ?? {}, nameIn(body));
    if (!added) return refuse(site, 422, text.passkeyTrouble.failed);
    await noteOwnAct(site, handle, 'passkey-added');
    return json(site, { next: '/organize/account?done=added' });
  });

const signedInScript = (site: Site, handle: (request: Request, body: Body, organizer: SignedIn) => Promise<Response>) =>
  fromScript(site, async (request, body) => {
    const organizer = await (await site.accounts()).signedIn(request.req.raw.headers);
    return organizer === undefined
      ? refuse(site, 401, strings('en').problems.signedOut.detail)
      : handle(request, body, organizer);
  });

const mostNameCharacters = 40;

const nameIn = ({ name }: Body): string => (typeof name === 'string' ? name.trim().slice(0, mostNameCharacters) : '');
