import { addressRules, type AddressRule } from './address-rules.ts';

/**
 * One spelling for all that are known to reach the same mailbox, to recognise a person who signs again.
 *
 * `address` has passed `parseEmailAddress`. What comes back is for the keyed blind index only and need
 * not be anybody's address: mail goes to the address as typed. The local part is never empty, the domain
 * is the typed one or its provider's canonical one, and normalising again changes nothing. Never throws;
 * linear in time.
 *
 * Two rules hold at every domain, though RFC 5321 section 2.3.11 leaves a local part to its domain: case
 * counts for nothing, and a `+tag` is cut (RFC 5233's subaddress). A domain that gives `ada` and
 * `ada+sam` to two people has them count as one; without the rule, anybody signs once a tag. All other
 * rules are a provider's own: `addressRules`.
 */
export function normaliseAddress(address: string): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf('@');
  const [local, domain] = withoutSubdomain(lower.slice(0, Math.max(at, 0)), lower.slice(at + 1));
  if (local === '') return lower;
  const rule = ruleOf.get(domain);
  if (rule === undefined) return `${cutFrom('+', local)}@${domain}`;
  return `${normaliseLocalPart(local, rule)}@${rule.aliases ? rule.domains[0] : domain}`;
}

/** The domain that an address counts for: of a provider's several, the canonical one. */
export function mailDomainOf(address: string): string {
  const normalised = normaliseAddress(address);
  return normalised.slice(normalised.lastIndexOf('@') + 1);
}

const ruleOf: ReadonlyMap<string, AddressRule> = new Map(
  addressRules.flatMap((rule) => rule.domains.map((domain) => [domain, rule] as const)),
);

function withoutSubdomain(local: string, domain: string): [local: string, domain: string] {
  const dot = domain.indexOf('.');
  const parent = domain.slice(dot + 1);
  return ruleOf.get(parent)?.subdomains ? [domain.slice(0, dot), parent] : [local, domain];
}

function normaliseLocalPart(local: string, rule: AddressRule): string {
  let name = cutFrom('+', local);
  for (const character of rule.ignored ?? '') name = name.replaceAll(character, '') || name;
  if (rule.hyphenIsDot) name = name.replaceAll('-', '.');
  return rule.tagAfter === undefined ? name : cutFrom(rule.tagAfter, name, rule.tagAfter);
}

/** The first character begins no tag: `+x` is a name, and `+x+tag` is `+x`. */
function cutFrom(sign: string, local: string, instead = ''): string {
  const start = local.indexOf(sign, 1);
  return start === -1 ? local : local.slice(0, start) + instead;
}
