import { pathOf } from '../settings/campaign.ts';
import { strings, type Strings } from '../strings/strings.ts';
import { chooseEncoding } from './encoding.ts';
import { readersLocale, sitePath } from './languages.ts';
import { json, pageAs } from './respond.ts';
import { securityHeaders, transportHeaders } from './security-headers.ts';
import type { Pages } from '../views.ts';
import type { Request, Site, Visit } from './site.ts';

type ProblemName = keyof Strings['problems'];

const statusOf = (name: ProblemName): number => {
  if (typeof name === 'number') return name;
  if (name === 'signedOut') return 401;
  if (name === 'notYours') return 403;
  if (name === 'signingPaused') return 503;
  if (name === 'tooManyTries') return 429;
  if (name === 'invitationUnknown') return 404;
  return name === 'linkUnknown' || name === 'letterLinkUnknown' ? 404 : 410;
};

const headersOf: Partial<Record<ProblemName, Record<string, string>>> = {
  405: { Allow: 'GET, HEAD, POST' },
  503: { 'Retry-After': '5' },
  // Nobody knows for how long; an hour keeps programs from knocking.
  signingPaused: { 'Retry-After': '3600' },
};

/**
 * Says what happened and what to do next: a page for people, problem+json (RFC 9457) for programs.
 * @param visit the campaign that the way leads back to, where there is one
 * @param more headers that belong to this one refusal
 */
export function problem(
  site: Site,
  request: Request,
  name: ProblemName,
  visit?: Visit,
  more: Record<string, string> = {},
): Promise<Response> | Response {
  const headers = { ...headersOf[name], ...more };
  if (request.req.path.startsWith('/api/')) return problemJson(site, name, visit, headers);
  return problemPage(site, request, { name, locale: visit?.locale ?? readersLocale(site, request), visit, headers });
}

/** Made once for each language and campaign: to refuse must cost less than to serve. */
async function problemPage(
  site: Site,
  request: Request,
  { name, locale, visit, headers }: ProblemPage,
): Promise<Response> {
  const key = `problem ${name} ${locale} ${visit?.campaign.settings.slug ?? ''}`;
  const body = await site.pages.get(key, undefined, () =>
    site.render('/problem', { problem: problemView(site, name, locale, visit) }, locale),
  );
  const encoding = chooseEncoding(request.req.header('Accept-Encoding'));
  return pageAs(site, body[encoding], { encoding, locale, status: statusOf(name), headers });
}

interface ProblemPage {
  name: ProblemName;
  locale: string;
  visit: Visit | undefined;
  headers: Record<string, string>;
}

/** The same for programs only. */
export function problemJson(
  site: Site,
  name: ProblemName,
  visit: Visit | undefined,
  headers: Record<string, string>,
): Response {
  const { title, status, detail } = problemView(site, name, visit?.locale ?? 'en', visit);
  return json(
    site,
    { type: 'about:blank', title, status, detail },
    { status, type: 'application/problem+json', headers },
  );
}

/** What is said about it in the language of a locale. */
function problemView(
  site: Site,
  name: ProblemName,
  locale: string,
  visit: Visit | undefined,
): Pages['/problem']['problem'] {
  const text = strings(locale);
  const { title, detail } = text.problems[name];
  return { status: statusOf(name), title, detail, next: nextAfter(name, { site, locale, text, visit }) };
}

/** The same in plain text, for when no page can be made. */
export function plainProblem({ config }: Pick<Site, 'config'>, status: 400 | 500 | 503): Response {
  const { title, detail } = strings('en').problems[status];
  const ofStatus = headersOf[status] ?? {};
  const headers = { ...securityHeaders, ...transportHeaders(config.siteUrl), ...ofStatus, 'Cache-Control': 'no-store' };
  return new Response(`${title}. ${detail}\n`, { status, headers });
}

interface Reader {
  site: Site;
  locale: string;
  text: Strings;
  visit: Visit | undefined;
}

function nextAfter(name: ProblemName, { site, locale, text, visit }: Reader): { href: string; label: string } {
  if (name === 'signedOut') return { href: '/organize/sign-in', label: text.organize.signIn };
  if (name === 'tooManyTries' || name === 'invitationOver')
    return { href: '/organize/sign-in', label: text.organize.signIn };
  if (name === 'notYours') return { href: '/organize', label: text.organize.title };
  if (name === 'askedLinkLapsed') return { href: sitePath(site, locale, '/me'), label: text.me.title };
  if (visit === undefined) return { href: sitePath(site, locale, '/'), label: text.problem.home };
  return { href: pathOf(visit.campaign.settings, visit.locale), label: text.problem.campaign };
}
