import { refusesForGood } from '../domain/bounce.ts';

/** What an error from the mail server means for the message. `reason` holds no personal data. */
export interface SmtpFailure {
  permanent: boolean;
  /** Whether it says that the address takes no mail, now or later: only where the server gives a code for it (RFC 3463). */
  addressRefused: boolean;
  /** The reply code and the command that it answered; never the reply's text, which quotes addresses. */
  reason: string;
}

/**
 * Tells permanent failures from temporary ones (RFC 5321 section 4.2.1): a 5xx to RCPT TO or DATA is
 * about this message and final. Anything else, a 5xx to our greeting or sign-in included, is our
 * trouble or a passing one, and the mail is kept.
 */
export function readSmtpFailure(error: unknown): SmtpFailure {
  const {
    code = 'ERROR',
    command = '',
    responseCode,
    response = '',
  } = error as { code?: string; command?: string; responseCode?: number; response?: string };
  const reply = responseCode === undefined ? '' : ` ${responseCode}`;
  const aboutMessage = command.startsWith('RCPT') || command === 'DATA';
  const permanent = aboutMessage && responseCode !== undefined && responseCode >= 500;
  const [, status = ''] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  const addressRefused = permanent && command.startsWith('RCPT') && refusesForGood(status);
  return {
    permanent,
    addressRefused,
    reason: `${code}${command === '' ? '' : ` at ${command.split(' ')[0]}`}${reply}`,
  };
}
