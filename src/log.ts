/** Facts by name; ids and counts only, never what a person typed. */
type Facts = Record<string, string | number | boolean | undefined>;

export interface Log {
  info(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

/** One JSON line an event: information to stdout, trouble to stderr. */
export const consoleLog: Log = {
  info: (event, facts) => process.stdout.write(lineOf('info', event, facts)),
  error: (event, facts) => process.stderr.write(lineOf('error', event, facts)),
};

const lineOf = (level: string, event: string, facts: Facts = {}): string =>
  `${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`;
