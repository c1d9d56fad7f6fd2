import type { SendMailOptions } from 'nodemailer';
import { isReservedAddress } from '../domain/reserved-address.ts';
import type { AskDomain, DomainAnswer } from './mail-domains.ts';
import type { SmtpFailure } from './smtp-failure.ts';
import type { Transport } from './transport.ts';

/** Why a mail was not handed over: nothing reaches its recipient's domain. */
export class NoMailThere extends Error {
  readonly failure: SmtpFailure;

  constructor(answer: keyof typeof failures) {
    const failure = failures[answer];
    super(failure.reason);
    this.failure = failure;
  }
}

/**
 * A domain that refuses all mail has said so itself. That there is none is what one name server says at one moment: RFC 5321
 * section 5.1 calls it an error, and whether it is final time tells.
 */
const failures = {
  refuses: { permanent: true, addressRefused: true, reason: 'ENULLMX at DNS' },
  nowhere: { permanent: false, addressRefused: true, reason: 'ENODOMAIN at DNS' },
} satisfies Partial<Record<DomainAnswer, SmtpFailure>>;

/**
 * Hands over no mail that nobody can take; such a `send` rejects with NoMailThere. Names that are kept for examples (RFC 2606) are not
 * asked about.
 */
export const askingFirst = (transport: Transport, ask: AskDomain): Transport => ({
  send: async (mail, name) => {
    const to = recipientOf(mail);
    const answer = isReservedAddress(to) ? 'takes' : await ask(to.slice(to.lastIndexOf('@') + 1));
    if (answer === 'refuses' || answer === 'nowhere') throw new NoMailThere(answer);
    await transport.send(mail, name);
  },
  close: () => transport.close(),
});

function recipientOf({ envelope }: SendMailOptions): string {
  if (typeof envelope?.to !== 'string') throw new Error('a mail without one recipient in its envelope');
  return envelope.to;
}
