/**
 * Which spellings of an address reach the same mailbox, as far as its provider says so.
 *
 * A rule that is missing costs a duplicate. A wrong one hides a person's signature behind another's and
 * lets the other manage it. So what other normalisers do is no reason, and without a rule on purpose are
 *
 * - outlook.com, hotmail.com, live.com, msn.com: one name at two of them may be two accounts, and
 *   Microsoft does not say that dots count for nothing;
 * - Yahoo's domains but yahoo.com, aol.com, mail.ru, gmx and web.de, zoho.com, tuta.com: no rule known;
 * - qq.com, foxmail.com, 163.com, 126.com, sina.com, hanmail.net, daum.net: no rule known;
 * - yandex.ua, narod.ru and Yandex's rarer countries: not found to be everybody’s.
 */
export interface AddressRule {
  /** In lower case. Of aliases, the first is canonical. */
  domains: readonly [string, ...string[]];
  /** A local part belongs to the same person at each of the domains. */
  aliases?: true;
  /** Each of these characters counts for nothing in a local part. */
  ignored?: string;
  /** A hyphen and a dot are the same character in a local part. */
  hyphenIsDot?: true;
  /**
   * Begins a tag, as `+` does everywhere. The tag is cut and this stays, as `ada-`: what stands before it
   * is a name of its own, and the mailbox of that name may be another person's.
   */
  tagAfter?: string;
  /** `tag@ada.` and a domain is `ada@` and the domain. */
  subdomains?: true;
}

export const addressRules: readonly AddressRule[] = [
  // Gmail Help, “Dots don’t matter in Gmail addresses”; Official Gmail Blog, May 2010, on googlemail.com in the UK.
  { domains: ['gmail.com', 'googlemail.com'], aliases: true, ignored: '.' },
  // Apple Support, “About your @icloud.com, @me.com, and @mac.com email addresses”.
  { domains: ['icloud.com', 'me.com', 'mac.com'], aliases: true },
  // Proton Support, “How to change your username” (characters) and “Types of email addresses and aliases” (domains).
  { domains: ['proton.me', 'protonmail.com', 'pm.me', 'protonmail.ch'], aliases: true, ignored: '.-_' },
  // Fastmail Help, “Plus addressing and subdomain addressing”; no word that its domains are aliases.
  { domains: ['fastmail.com', 'fastmail.fm'], subdomains: true },
  // Yandex ID Help, “Alternate email addresses” (domains) and “Account registration” (dot and hyphen).
  { domains: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz'], aliases: true, hyphenIsDot: true },
  // BT Yahoo! Mail Help, “Using Disposable Addresses”: a base name of one’s choice for all.
  { domains: ['yahoo.com'], tagAfter: '-' },
];
