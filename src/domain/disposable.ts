/**
 * Whether an address is at a provider of mailboxes to throw away. A flag and never a reason to refuse: whom signing puts at risk uses
 * them too. Providers that hand mail on to somebody's real mailbox are no such.
 * @param address as `parseEmailAddress` gives it
 */
export function isDisposable(address: string): boolean {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.some((_, at) => disposableDomains.has(labels.slice(at).join('.')));
}

/** The best-known ones, with their best-known other names; they give out subdomains as well. One that is missing costs a flag, no more. */
export const disposableDomains: ReadonlySet<string> = new Set(
  (
    'mailinator.com mailinator.net guerrillamail.com guerrillamail.net guerrillamail.org guerrillamail.info ' +
    'guerrillamail.biz guerrillamail.de guerrillamailblock.com sharklasers.com grr.la 10minutemail.com 10minutemail.net ' +
    '20minutemail.com minuteinbox.com temp-mail.org temp-mail.io tempmail.com tempmail.net tempr.email tempinbox.com ' +
    'yopmail.com yopmail.fr yopmail.net trashmail.com trashmail.net trashmail.de trash-mail.com wegwerfmail.de ' +
    'wegwerfemail.de discard.email discardmail.com discardmail.de spambog.com spamgourmet.com getnada.com nada.email ' +
    'dispostable.com maildrop.cc mailnesia.com mailcatch.com mailsac.com mintemail.com mohmal.com moakt.com ' +
    'emailondeck.com throwawaymail.com throwaway.email fakeinbox.com inboxkitten.com 1secmail.com 1secmail.org ' +
    'mytemp.email jetable.org getairmail.com incognitomail.org ' +
    // Reserved by RFC 2606: nobody's, for trying things out.
    'disposable.example'
  ).split(' '),
);
