import { Resolver } from 'node:dns/promises';
import type { Log } from '../log.ts';

/**
 * What the DNS says of a domain's mail. `refuses`: it takes none and says so (a null MX, RFC 7505). `nowhere`: there is no such domain,
 * or none with a mail server or an address (RFC 5321 section 5.1). `unsaid`: nobody answered, and no mail waits for that.
 */
export type DomainAnswer = 'takes' | 'refuses' | 'nowhere' | 'unsaid';

/** Asks where a domain takes its mail. Never rejects. @param domain in ASCII, IDN as punycode */
export type AskDomain = (domain: string) => Promise<DomainAnswer>;

/** What is asked of `node:dns`. */
export type MailResolver = Pick<Resolver, 'resolveMx' | 'resolve4' | 'resolve6'>;

/** A mail is not worth a longer wait: the server that it goes to finds out as well, only later. */
const patienceMilliseconds = 2000;
const minute = 60_000;
/** A domain's mail servers hardly ever change, and one that is missing may be there again soon. */
const keptMilliseconds = { takes: 60 * minute, refuses: 60 * minute, nowhere: 5 * minute, unsaid: 5 * minute };
/** About a megabyte; a campaign of a million signers sees no more in an hour. */
const mostKept = 10_000;
/** One domain's name server may be gone. Where so many in a row get no answer, it is ours. */
const failuresInARow = 3;
/** Then mail leaves unasked for so long, and one mail alone waits for the next try. */
const pauseMilliseconds = minute;

interface Known {
  answer: Promise<DomainAnswer>;
  until: number;
}

/**
 * @param resolver whom to ask; tests bring their own
 * @param milliseconds a clock that nobody sets
 */
export function openMailDomains(
  log: Log,
  resolver: MailResolver = new Resolver({ timeout: patienceMilliseconds, tries: 1 }),
  milliseconds: () => number = () => performance.now(),
): AskDomain {
  const known = new Map<string, Known>();
  let failures = 0;
  let pausedUntil = 0;

  function tell(answer: DomainAnswer): void {
    const paused = failures >= failuresInARow;
    failures = answer === 'unsaid' ? failures + 1 : 0;
    if (failures === failuresInARow)
      log.error('no name server answers: mail leaves without asking where its domain takes it');
    if (failures >= failuresInARow) pausedUntil = milliseconds() + pauseMilliseconds;
    else if (paused) log.info('a name server answers again');
  }

  async function look(domain: string, kept: Known): Promise<DomainAnswer> {
    const answer = await within(patienceMilliseconds, whereMailGoes(resolver, domain));
    kept.until = milliseconds() + keptMilliseconds[answer];
    tell(answer);
    return answer;
  }

  /** Some domains are one person's: what is over is not kept, and the oldest make room. */
  function forget(domain: string): void {
    known.delete(domain);
    for (const [other, { until }] of known) {
      if (until > milliseconds() && known.size < mostKept) return;
      known.delete(other);
    }
  }

  return async (domain) => {
    const before = known.get(domain);
    if (before !== undefined && before.until > milliseconds()) return before.answer;
    if (failures >= failuresInARow) {
      if (pausedUntil > milliseconds()) return 'unsaid';
      pausedUntil = milliseconds() + pauseMilliseconds;
    }
    forget(domain);
    const kept: Known = { answer: Promise.resolve('unsaid'), until: Infinity };
    kept.answer = look(domain, kept);
    known.set(domain, kept);
    return kept.answer;
  };
}

async function whereMailGoes(resolver: MailResolver, domain: string): Promise<DomainAnswer> {
  const exchanges = await found(resolver.resolveMx(domain));
  if (exchanges === 'unsaid') return 'unsaid';
  const [only] = exchanges;
  if (exchanges.length === 1 && (only?.exchange === '' || only?.exchange === '.')) return 'refuses';
  if (exchanges.length > 0) return 'takes';
  // Without MX its mail goes to the domain's own address.
  const addresses = await Promise.all([found(resolver.resolve4(domain)), found(resolver.resolve6(domain))]);
  if (addresses.some((some) => some !== 'unsaid' && some.length > 0)) return 'takes';
  return addresses.includes('unsaid') ? 'unsaid' : 'nowhere';
}

/** Records, none where the DNS says that there are none; anything else is no answer. */
async function found<T>(records: Promise<T[]>): Promise<T[] | 'unsaid'> {
  try {
    return await records;
  } catch (error) {
    const { code } = error as { code?: string };
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : 'unsaid';
  }
}

async function within(milliseconds: number, answer: Promise<DomainAnswer>): Promise<DomainAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DomainAnswer>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'unsaid');
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
