/** Providers that have this one domain: whoever types another ending meant it. */
const single = ['gmail.com', 'googlemail.com', 'icloud.com'];
/** Providers that have a domain in many countries. */
const everywhere = ['hotmail', 'yahoo', 'outlook', 'live', 'aol'];
/** With another ending these are other people's: the firm itself, or somebody abroad. */
const others = [
  'protonmail.com',
  'btinternet.com',
  'comcast.net',
  'verizon.net',
  'sbcglobal.net',
  'bellsouth.net',
  't-online.de',
  'freenet.de',
  'wanadoo.fr',
  'laposte.net',
];

/**
 * The domain that was meant, if `domain` looks like a slip of the finger: that of a best-known provider with a letter too many, too few,
 * another or two swapped (Damerau-Levenshtein 1, in names of five letters or more), or one that ends in `.con` and the like, which are
 * nowhere; both may come together. A guess, to be asked about and nothing more. First letters are hardly ever mistyped, and many real
 * providers differ in just that: mail.com, ymail.com, email.com. Two slips in one name make prontomail.com of protonmail.com.
 * @param domain what stands behind the @, in small letters
 */
export function meantDomain(domain: string): string | undefined {
  const mended = domain.replace(slipOfCom, '.com');
  const [name, typed] = cut(mended);
  const ending = /^(?:co|cm|om)$/.test(typed) ? 'com' : typed;
  for (const provider of [...single, ...everywhere, ...others]) {
    const [its, itsEnding] = cut(provider);
    if (name !== its && (its.length < 5 || name[0] !== its[0] || !isOneSlip(name, its))) continue;
    const fits = itsEnding ? ending === itsEnding : /^(?:com|(?:com?\.)?[a-z]{2})$/.test(ending);
    if (fits || (name === its && single.includes(provider))) return other(domain, `${its}.${itsEnding || ending}`);
  }
  return other(domain, mended);
}

/** No such endings exist; .cam, .bom and .mom do. */
const slipOfCom = /\.(?:c(?:o[nk]|[pilk]m|0m|mo|omm|oom|com)|[vxd]om|ocm)$/;

const other = (typed: string, meant: string): string | undefined => (meant === typed ? undefined : meant);

const cut = (domain: string): [name: string, ending: string] => {
  const [name = '', ...ending] = domain.split('.');
  return [name, ending.join('.')];
};

function isOneSlip(one: string, another: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === another[at]) at++;
  const [a, b] = [one.slice(at), another.slice(at)];
  const [afterA, afterB] = [a.slice(1), b.slice(1)];
  if (afterA === b || a === afterB || afterA === afterB) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
