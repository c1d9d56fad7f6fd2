/**
 * What a mail that was not sent tells whoever looks after the server. `later`: the server asked to wait. `address`: it does not
 * know whom the mail is for. `domain`: the address's domain takes no mail, or there is none. `refused`: it does not take this mail. `no-longer`: there was nothing to send any more.
 */
export type MailTrouble =
  'unreachable' | 'sign-in' | 'later' | 'address' | 'domain' | 'refused' | 'no-longer' | 'other';

/**
 * @param reason as the outbox has it: nodemailer's code, the command and the reply; a code of ours for what the DNS says; or a sentence of
 * ours in small letters
 */
export function troubleOf(reason: string): MailTrouble {
  if (/^[a-z]/.test(reason)) return 'no-longer';
  if (reason.startsWith('EAUTH')) return 'sign-in';
  if (reason.endsWith(' at DNS')) return 'domain';
  if (/ 4\d\d$/.test(reason)) return 'later';
  if (/ at RCPT 5\d\d$/.test(reason)) return 'address';
  if (/ 5\d\d$/.test(reason)) return 'refused';
  return /^E(CONN|TIMEDOUT|SOCKET|DNS|TLS|HOST|NET|PIPE|NOTFOUND|AI_)/.test(reason) ? 'unreachable' : 'other';
}
