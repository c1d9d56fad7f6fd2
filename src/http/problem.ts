import { pathOf } from '../settings/campaign.ts';
import { strings, type Strings } from '../strings/strings.ts';
import { readersLocale, sitePath } from './languages.ts';
import { json, page } from './respond.ts';
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
 */
export function problem(site: Site, request: Request, name: ProblemName, visit?: Visit): Promise<Response> | Response {
  const status = statusOf(name);
  const locale = visit?.locale ?? readersLocale(site, request);
  const text = strings(locale);
  const { title, detail } = text.problems[name];
  const headers = headersOf[name] ?? {};
  if (request.req.path.startsWith('/api/'))
    return json(
      site,
      { type: 'about:blank', title, status, detail },
      { status, type: 'application/problem+json', headers },
    );
  const next = nextAfter(name, { site, locale, text, visit });
  return page({ site, request, locale, status, headers }, '/problem', { problem: { status, title, detail, next } });
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
