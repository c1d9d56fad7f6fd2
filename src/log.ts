/** Facts by name; ids and counts only, never what a person typed. */
type Facts = Record<string, string | number | boolean | undefined>;

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

type Level = 'info' | 'error';

/** @param at for tests */
export const lineOf = (format: LogFormat, level: Level, event: string, facts: Facts, at = new Date()): string =>
  format === 'json'
    ? `${JSON.stringify({ at: at.toISOString(), level, event, ...facts })}\n`
    : `${at.toISOString().slice(11, 19)} ${level === 'error' ? '! ' : '  '}${event}${textOf(facts)}\n`;

const textOf = (facts: Facts): string => {
  const told = Object.entries(facts).filter(([, value]) => value !== undefined);
  return told.length === 0 ? '' : ` (${told.map(([name, value]) => `${name}: ${plain(value)}`).join(', ')})`;
};

/** What a mail server says may hold line breaks, or colour codes for terminals. */
const plain = (value: unknown): string => String(value).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
