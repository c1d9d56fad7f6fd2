import type { MailboxMail } from '../mail/mailbox.ts';
import { isLocal } from './client-address.ts';
import { siteLocale } from './languages.ts';
import { problem } from './problem.ts';
import { page } from './respond.ts';
import { securityHeaders } from './security-headers.ts';
import type { Request, Site } from './site.ts';

/** `GET /mailbox`: mails that were written to files, for the newcomer on this very machine only. */
export const showMailbox =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const locale = siteLocale(site, request);
    if (locale === undefined || !isOpen(site, request)) return problem(site, request, 404);
    return page({ site, request, locale }, '/mailbox', { mails: await site.mailbox.list() });
  };

/** `GET /mailbox/{id}` */
export const showMail =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const mail = await mailOf(site, request);
    const locale = siteLocale(site, request);
    if (locale === undefined || mail === undefined) return problem(site, request, 404);
    return page({ site, request, locale }, '/mail', { mail: { ...mail, html: mail.html !== undefined } });
  };

/** `GET /mailbox/{id}/html`: the HTML part alone. Its styles are inline, so it has a policy of its own. */
export const showMailHtml =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const mail = await mailOf(site, request);
    if (mail?.html === undefined) return problem(site, request, 404);
    const policy =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    return new Response(mail.html, { headers: { ...securityHeaders, 'Content-Security-Policy': policy, ...headers } });
  };

const isOpen = (site: Site, request: Request): boolean =>
  site.config.smtpUrl === undefined && site.config.loopback && isLocal(request, site.config.trustedProxies);

const mailOf = async (site: Site, request: Request): Promise<MailboxMail | undefined> =>
  isOpen(site, request) ? site.mailbox.open(request.req.param('id') ?? '') : undefined;
