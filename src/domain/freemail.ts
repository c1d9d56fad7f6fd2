/**
 * Whether an address is at a provider where everybody can have a mailbox. As an office's address it
 * may be real, as many deputies have one, or private, or somebody else's.
 * @param address as `parseEmailAddress` gives it
 */
export function isFreemail(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return freemailDomains.has(domain) || inManyCountries.test(domain);
}

/** All that are listed, and those of the providers with many domains that most people use. */
export const commonFreemailDomains = (): string[] => [
  ...freemailDomains,
  ...'yahoo hotmail outlook live gmx yandex aol'
    .split(' ')
    .flatMap((name) => largest.map((ending) => `${name}.${ending}`)),
];

const largest =
  'com net co.uk de fr it es nl be ch at pl se dk no ie pt gr ru ca com.au com.br com.mx com.ar in co.in co.jp jp com.tr'.split(
    ' ',
  );

/** These have a domain for nearly every country. */
const inManyCountries = /^(?:yahoo|hotmail|outlook|live|gmx|yandex|aol)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;

/** The best-known ones of many countries; one that is missing costs a warning, no more. */
const freemailDomains: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com msn.com ymail.com rocketmail.com icloud.com me.com mac.com proton.me protonmail.com ' +
    'pm.me fastmail.com zoho.com mail.com email.com tuta.com tutanota.com hey.com web.de t-online.de freenet.de ' +
    'posteo.de mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it tiscali.it ' +
    'virgilio.it alice.it btinternet.com sky.com virginmedia.com talktalk.net comcast.net verizon.net att.net ' +
    'sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com shaw.ca rogers.com sympatico.ca ' +
    'bigpond.com optusnet.com.au xtra.co.nz bluewin.ch skynet.be telenet.be ziggo.nl kpnmail.nl planet.nl wp.pl ' +
    'o2.pl onet.pl interia.pl seznam.cz centrum.cz abv.bg ukr.net mail.ru bk.ru list.ru inbox.ru rambler.ru ya.ru ' +
    'naver.com hanmail.net daum.net nate.com qq.com 163.com 126.com sina.com foxmail.com rediffmail.com uol.com.br ' +
    'bol.com.br terra.com.br walla.co.il'
  ).split(' '),
);
