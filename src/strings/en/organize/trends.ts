/** What forms have in common that came in lately. */
export const trends = {
  title: 'Trends',
  lead: 'What many forms have in common that came in lately. A school, an office or a newspaper’s link looks the same as somebody who makes signatures up: look before you take anything out.',
  networks: 'Networks of the last 24 hours',
  networksNote:
    'A network is named by a tag, never by its address: nobody can tell from the tag which one it is. It gets a new tag at midnight UTC, after a restart, and at each server if there are several.',
  domains: 'Mail domains of the last 24 hours',
  domainsNote:
    'Large providers and those for addresses to throw away are named. Any other domain is shown as a tag, because a small one would say who somebody is; if you suspect one, type it into the form.',
  noneStrong: 'No five forms of one hour had this in common.',
  byNetwork: 'Forms by network',
  byDomain: 'Forms by mail domain',
  byHour: 'Signatures by hour',
  columns: { network: 'Network', domain: 'Mail domain', forms: 'Forms', last: 'Last hour (UTC)', look: 'Look' },
  disposable: (domain: string) => `${domain} (to throw away)`,
  look: 'Look at these',
  lookAt: (what: string) => `Look at these: ${what}`,
  forms: (count: number, text: string) => (count === 1 ? '1 form' : `${text} forms`),
  /** Here and below, `all` is forms. */
  disposableTitle: 'Addresses to throw away',
  disposableNote: (disposable: string, all: string, percent: string) =>
    `${disposable} of ${all} of the last 14 days, ${percent}. Whom signing puts at risk uses such addresses too.`,
  disposableNone: 'No form came in during the last 14 days.',
  honeypotTitle: 'Hidden field filled in',
  honeypotNote: (filled: string, all: string, percent: string) =>
    `${filled} of ${all} of the last 14 days, ${percent}. People do not see this field; robots fill it in, and so do a few people’s browsers, which fill in whatever they find.`,
  bursts: 'Hours that stand out',
  burstsNote:
    'Hours of the last seven days in which five times as many signatures came in as in the median hour of the week before, and at least 20. Few of them confirmed is a sign that their addresses are not their senders’.',
  noBursts: 'No hour stands out.',
  burstColumns: { hour: 'Hour (UTC)', received: 'Received', usual: 'Usual', confirmed: 'Confirmed' },
};
