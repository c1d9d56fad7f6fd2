/** Bounds of what people may type, in characters. Past them a form is refused, never cut. */
export const fieldLimits = {
  name: 120,
  /** RFC 5321 section 4.5.3.1.3: a path holds 256 octets with its angle brackets. */
  email: 254,
  postcode: 20,
  comment: 1000,
  source: 60,
  subject: 200,
  /** WriteToThem's limit: longer letters are not read. */
  body: 20_000,
} as const;

/** Links that were asked for work this long; a week covers holidays and slow relays (WriteToThem: 7 days). */
export const askedLinkDays = 7;

/** That a mail was sent, and when to the hour, is kept this long: late bounces come within days. */
export const settledMailDays = 28;

/** Offices that answer mostly do within two weeks; the letter's text, and with it the writer's address, is kept for four. */
export const daysUntilAsked = 14;

/** One epoch's key seals at most this many records … */
export const epochRecords = 1024;
/** … and none after this time: what a seized server's memory opens is no more than that. */
export const epochSeconds = 600;

/** A key of the outbox seals for this long: what a thief of the whole disk opens of sent mail is no older than twice that. */
export const mailKeySeconds = 600;

/** Which of these periods since 1970 it is. */
export const mailPeriodOf = (seconds: number): number => Math.floor(seconds / mailKeySeconds);

/** More would make the form a mail bomb against whoever's address is typed. */
export const mailsADayUnverified = 3;

/**
 * Whether a mail that was counted on a day counts today. Also one of tomorrow: the clock was set back since, and that opens no new
 * allowance. In days since 1970.
 */
export const countsToday = (day: number, today: number): boolean => day === today || day === today + 1;

/** A verified address may write several letters a day, each with a mail of its own to verify it. */
export const mailsADayVerified = 10;

/** 840 tries in the week that a code lives, and one live code: 0.08 % for a guesser. */
export const codeTriesAnHour = 5;

/** Letters that still wait go back to their writers so many days before their text is deleted: the mail needs it. */
export const daysToGiveBack = 3;

/** Who looks after a count looks each week; what forms have in common is not kept for the week after next. */
export const tagDays = 14;

/**
 * What is asked for. `form`: a mail, or to try a code. `link`: something by the secret in a mail, so from whoever has the mail.
 * `workless`: to be signed without proof of work; counted beside `form`. `challenge`: work to do; the only one that is no POST.
 */
export type Gate = 'form' | 'link' | 'workless' | 'challenge';

/** A hall that signs at once fits. */
const aHall = { line: { aMinute: 120, anHour: 2000 }, site: { aMinute: 600, anHour: 10_000 } } as const;

/**
 * How many POSTs one network may send: from one line (IPv4 address, IPv6 /64), and from one site (IPv4 /24, IPv6 /48). Schools, phone
 * companies and Tor put hundreds behind one address, so work is asked for first and a network refused last:
 * confirming a mailed link is practically never refused. Work is to be had for as many forms as may be sent.
 */
export const postsByNetwork: Record<Gate, Record<'line' | 'site', { aMinute: number; anHour: number }>> = {
  form: aHall,
  link: { line: { aMinute: 600, anHour: 12_000 }, site: { aMinute: 3000, anHour: 60_000 } },
  workless: { line: { aMinute: 20, anHour: 200 }, site: { aMinute: 100, anHour: 1000 } },
  challenge: aHall,
};

/**
 * Mails that forms ask for to addresses of one domain, in a minute; what is over leaves later. Most honest signers have theirs at few large
 * providers. Anywhere else so many at once are a town's office or an attack on it, and either is served by waiting.
 */
export const mailsAMinute = { largeProvider: 6000, other: 60 } as const;

/** A link works for a week at least: whatever waits for its domain's turn still leaves somebody a day to press it. */
export const longestMailDelayDays = 6;
