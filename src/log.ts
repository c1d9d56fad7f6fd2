/** All that a line may tell beside its event: ids, counts and words of our own, never what a person typed. Other names are left out. */
export const factNames = [
  'answers',
  'attempt',
  'campaign',
  'error',
  'kind',
  'message',
  'messages',
  'method',
  'reason',
  'refusals',
  'released',
  'returned',
  'route',
  'setting',
  'signature',
  'transactions',
  'trouble',
  'where',
  'writers',
  // What retention deletes, by how many.
  'unconfirmed signatures',
  'unconfirmed forms sent again',
  'unconfirmed letters',
  'texts of letters',
  'signatures after the campaign',
  'letters after the campaign',
] as const;

type Facts = Partial<Record<(typeof factNames)[number], string | number | boolean | undefined>>;

export interface Log {
  info(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

export type LogFormat = 'json' | 'text';

/**
 * One line an event: information to stdout, trouble to stderr.
 * @param format undefined: text where somebody reads along on a terminal, JSON for programs
 */
export function openLog(format?: LogFormat): Log {
  const to =
    (stream: NodeJS.WriteStream, level: Level) =>
    (event: string, facts: Facts = {}): void =>
      void stream.write(lineOf(format ?? (stream.isTTY ? 'text' : 'json'), level, event, facts));
  return { info: to(process.stdout, 'info'), error: to(process.stderr, 'error') };
}

/** Where it broke, never the message: it may quote what somebody typed, in lines that look like where. */
export function failureFacts(error: unknown): { error: string; reason?: string; where?: string } {
  if (!(error instanceof Error)) return { error: 'unknown' };
  const where = error.stack
    ?.replace(error.message, '')
    .split('\n')
    .find((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { reason: error.code } : {}),
    ...(where === undefined ? {} : { where: where.trim() }),
  };
}

type Level = 'info' | 'error';

/** @param at for tests */
export function lineOf(format: LogFormat, level: Level, event: string, facts: Facts, at = new Date()): string {
  const told = Object.entries(facts).filter(([name, value]) => value !== undefined && allowed.has(name));
  return format === 'json'
    ? `${JSON.stringify({ at: at.toISOString(), level, event, ...Object.fromEntries(told) })}\n`
    : `${at.toISOString().slice(11, 19)} ${level === 'error' ? '! ' : '  '}${event}${textOf(told)}\n`;
}

/** The type does not see what is spread into the facts. */
const allowed: ReadonlySet<string> = new Set(factNames);

const textOf = (told: [string, unknown][]): string =>
  told.length === 0 ? '' : ` (${told.map(([name, value]) => `${name}: ${plain(value)}`).join(', ')})`;

/** What a mail server says may hold line breaks, or colour codes for terminals. */
const plain = (value: unknown): string => String(value).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
