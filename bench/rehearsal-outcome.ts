import type { Lag } from './confirmation-lag.ts';
import type { Answers } from './rehearsal-load.ts';
import type { Step } from './viral-day.ts';

export interface Played {
  asked: Step;
  /** Really, which is a little more than was meant. */
  seconds: number;
  signing: Answers;
  viewing: Answers;
  lag: Lag;
}

export interface Rehearsal {
  machine: string;
  /** Measured before the day, each alone, by the second. */
  top: { signatures: number; views: number };
  /** Mails a second that the provider would take at the most. */
  provider: number;
  steps: Played[];
  /** How long the outbox was watched after the last step until it was empty, or patience ended, in seconds. */
  drained: number;
  rows: number;
  answered: number;
  arrived: number;
  missing: number;
  twice: number;
  /** In the outbox at the end. */
  waiting: number;
  /** Of the database and what lies beside it, when the server had stopped. */
  bytes: number;
}

/** What went wrong, a sentence each; nobody was lost if there is none. */
export function lossesOf({ steps, rows, answered, arrived, missing, twice, waiting }: Rehearsal): string[] {
  const wrong = steps.reduce((sum, { signing, viewing }) => sum + signing.wrong + viewing.wrong, 0);
  return [
    ...(rows < answered ? [`${answered} people were answered, but ${rows} signatures are stored`] : []),
    ...(missing > waiting ? [`${missing - waiting} people were answered whose mail never left`] : []),
    ...(rows > arrived + waiting ? [`${rows - arrived - waiting} stored signatures have no mail`] : []),
    ...(twice > 0 ? [`${twice} mails arrived twice`] : []),
    ...(wrong > 0 ? [`${wrong} answers were neither what was asked for nor a 503 with Retry-After`] : []),
  ];
}

/** The day step by step, and what became of everybody. */
export function toldOf(rehearsal: Rehearsal): string {
  const { steps, top, provider, drained, answered, rows, arrived, waiting, bytes, machine } = rehearsal;
  const head = [
    'second',
    'signatures/s',
    'answered',
    'p99 ms',
    'views/s',
    'answered',
    'p99 ms',
    '503',
    'no answer',
    'mail after s',
    'p99',
  ];
  let at = 0;
  const lines = steps.map(({ asked, seconds, signing, viewing, lag }) => {
    const began = at;
    at += seconds;
    return [
      round(began),
      round(asked.signatures),
      round(signing.answered / seconds),
      round(signing.p99),
      round(asked.views),
      round(viewing.answered / seconds),
      round(viewing.p99),
      round(signing.busy + viewing.busy),
      round(signing.unanswered + viewing.unanswered),
      tenth(lag.middle),
      tenth(lag.p99),
    ];
  });
  const widths = head.map((name, column) => Math.max(name.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const table = [head, ...lines].map((line) =>
    line.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '),
  );
  const views = steps.reduce((sum, { viewing }) => sum + viewing.answered, 0);
  return `${machine}
Alone, this machine answered ${round(top.signatures)} signatures/s or ${round(top.views)} page views/s; the load comes from the same cores.
The mail provider takes ${round(provider)} mails/s at the most.

${table.join('\n')}

${round(answered)} signatures were answered and ${round(rows)} are stored (the rest were cut off while they waited for an answer).
${round(views)} page views were answered: ${round(views / Math.max(answered, 1))} for each signature.
${round(arrived)} mails had arrived ${round(drained)} s after the day; ${round(waiting)} wait in the outbox.
The database takes ${round(bytes / Math.max(rows, 1))} bytes a signature, with its mail that was sent.`;
}

const round = (value: number): string => Math.round(value).toLocaleString('en');
const tenth = (value: number | undefined): string => value?.toFixed(1) ?? '–';
