export interface Progress {
  /** `count` more are done. */
  advance(count?: number): void;
  /** A line of its own above the bar; also where there is no bar. */
  say(line: string): void;
  /** Wipes the bar, so that what is printed next stands where it stood. */
  done(): void;
}

type Terminal = { write(text: string): unknown; isTTY?: boolean; columns?: number };

/** Where lines go to stderr and no bar is drawn. */
export const noTerminal: Terminal = { write: (text: string) => process.stderr.write(text), isTTY: false };

/**
 * A progress bar on one line of `terminal`, drawn at most ten times a second; nothing at all where
 * that is no terminal. With a `total` it also shows the share that is done and the time left.
 * `now` is in milliseconds.
 */
export function progress(
  label: string,
  total?: number,
  terminal: Terminal = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (terminal.isTTY !== true)
    return { advance: () => {}, say: (line) => void terminal.write(`${line}\n`), done: () => {} };
  const startedAt = now();
  let count = 0;
  let drawnAt = -Infinity;
  const draw = () => {
    const at = now();
    if (at - drawnAt < redrawMilliseconds) return;
    drawnAt = at;
    const line = lineOf(label, count, total, (at - startedAt) / 1000);
    // A line that wraps could not be wiped any more.
    terminal.write(`${wipe}${line.slice(0, (terminal.columns || 80) - 1)}`);
  };
  draw();
  return {
    advance(more = 1) {
      count += more;
      draw();
    },
    say: (line) => {
      terminal.write(`${wipe}${line}\n`);
      drawnAt = -Infinity;
      draw();
    },
    done: () => void terminal.write(wipe),
  };
}

const redrawMilliseconds = 100;
/** To the line's start, then erase to its end (ECMA-48 EL). */
const wipe = '\r\u001B[K';

function lineOf(label: string, count: number, total: number | undefined, seconds: number): string {
  const rate = seconds > 0 ? count / seconds : 0;
  const speed = rate > 0 ? [`${number(rate)}/s`] : [];
  if (total === undefined || total <= 0) return [`${label}  ${number(count)}`, ...speed].join(' · ');
  const left = rate > 0 ? [`${duration((total - count) / rate)} left`] : [];
  return [`${label} ${bar(count / total)} ${number(count)} of ${number(total)}`, ...speed, ...left].join(' · ');
}

const barWidth = 20;

function bar(share: number): string {
  const full = Math.round(Math.min(Math.max(share, 0), 1) * barWidth);
  return '█'.repeat(full) + '░'.repeat(barWidth - full);
}

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });

function duration(seconds: number): string {
  const whole = Math.max(Math.ceil(seconds), 0);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
