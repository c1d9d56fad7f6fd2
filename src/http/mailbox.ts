import type { Email } from 'postal-mime';
import { listMailbox, openMailboxMail } from '../mail/mailbox.ts';
import type { MailSummary } from '../views.ts';
import { isLocal } from './client-address.ts';
import { problem } from './problem.ts';
import { page, securityHeaders } from './respond.ts';
import type { Request, Site } from './site.ts';

/** `GET /mailbox`: mails that were written to files, for the newcomer on this very machine only. */
export const showMailbox =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    if (!isOpen(site, request)) return problem(site, request, 404);
    const mails = (await listMailbox(site.config.mailboxDir)).map(({ id, mail }) => summary(id, mail));
    return page({ site, request, locale: 'en' }, '/mailbox', { mails });
  };

/** `GET /mailbox/{id}` */
export const showMail =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const id = request.req.param('id') ?? '';
    const mail = isOpen(site, request) ? await openMailboxMail(site.config.mailboxDir, id) : undefined;
    if (mail === undefined) return problem(site, request, 404);
    const view = {
      ...summary(id, mail),
      from: addressed(mail.from),
      replyTo: (mail.replyTo ?? []).map(addressed).join(', '),
      text: mail.text ?? '',
      headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
      html: mail.html !== undefined,
    };
    return page({ site, request, locale: 'en' }, '/mail', { mail: view });
  };

/** `GET /mailbox/{id}/html`: the HTML part alone. Its styles are inline, so it has a policy of its own. */
export const showMailHtml =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const mail = isOpen(site, request)
      ? await openMailboxMail(site.config.mailboxDir, request.req.param('id') ?? '')
      : undefined;
    if (mail?.html === undefined) return problem(site, request, 404);
    const policy =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    return new Response(mail.html, {
      headers: {
        ...securityHeaders,
        'Content-Security-Policy': policy,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    });
  };

const isOpen = (site: Site, request: Request): boolean =>
  site.config.smtpUrl === undefined && site.config.loopback && isLocal(request, site.config.trustedProxies);

const summary = (id: string, mail: Email): MailSummary => ({
  id,
  to: (mail.to ?? []).map(addressed).join(', '),
  subject: mail.subject ?? '',
  date: mail.date ?? '',
});

const addressed = (address: Email['from']): string => {
  if (address === undefined) return '';
  return address.name === '' ? (address.address ?? '') : `${address.name} <${address.address ?? ''}>`;
};
