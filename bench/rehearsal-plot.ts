import type { Played } from './rehearsal-outcome.ts';

interface Line {
  name: string;
  colour: string;
  dashed?: boolean;
  /** One for each step; undefined leaves a gap. */
  values: (number | undefined)[];
}

const [width, height] = [720, 420];
const edge = { left: 60, right: 130 };
const panelHeight = 150;

/** Signatures a second above, how long confirmation mails took below, over the seconds of the day, as an SVG for the docs. */
export function rehearsalPlot(steps: readonly Played[]): string {
  let clock = 0;
  const times = steps.map(({ seconds }) => (clock += seconds) - seconds / 2);
  const signatures: Line[] = [
    { name: 'asked', colour: '#8a8a8a', dashed: true, values: steps.map(({ asked }) => asked.signatures) },
    { name: 'answered', colour: '#1d6fd1', values: steps.map(({ signing, seconds }) => signing.answered / seconds) },
  ];
  const lags: Line[] = [
    { name: '99 of 100', colour: '#b4451f', dashed: true, values: steps.map(({ lag }) => lag.p99) },
    { name: 'middle', colour: '#b4451f', values: steps.map(({ lag }) => lag.middle) },
  ];
  const title = 'A viral day, rehearsed: signatures a second, and seconds from the answer to the confirmation mail';
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) =>
    text(edge.left + part * (width - edge.left - edge.right), height - 24, String(Math.round(part * clock)), 'middle'),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12" fill="#777"><title>${title}</title>${panel(30, 'signatures a second', signatures, times, clock)}${panel(220, 'seconds until the confirmation mail', lags, times, clock)}${marks.join('')}${text((width - edge.right + edge.left) / 2, height - 6, 'seconds since the start', 'middle')}</svg>\n`;
}

function panel(top: number, title: string, lines: readonly Line[], times: readonly number[], end: number): string {
  const most = niceMost(Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const across = (second: number): number => edge.left + (second / end) * (width - edge.left - edge.right);
  const up = (value: number): number => top + panelHeight * (1 - value / most);
  const grid = [0, most / 2, most].map(
    (value) =>
      `<path d="M${edge.left} ${up(value).toFixed(1)}H${width - edge.right}" stroke="#8886" />${text(edge.left - 8, up(value) + 4, value.toLocaleString('en'), 'end')}`,
  );
  const drawn = lines.map(({ name, colour, dashed, values }, line) => {
    const points = values.flatMap((value, at) =>
      value === undefined ? [] : [`${across(times[at] ?? 0).toFixed(1)} ${up(value).toFixed(1)}`],
    );
    const key = top + 14 + line * 20;
    const stroke = `fill="none" stroke="${colour}" stroke-width="2.5"${dashed ? ' stroke-dasharray="5 4"' : ''}`;
    const [from, to] = [width - edge.right + 12, width - edge.right + 36];
    return `<path d="M${points.join('L')}" ${stroke} /><path d="M${from} ${key}H${to}" ${stroke} />${text(to + 6, key + 4, name, 'start')}`;
  });
  return `${text(edge.left, top - 10, title, 'start')}${grid.join('')}${drawn.join('')}`;
}

/** A round number at or above, so that the marks read well. */
function niceMost(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([1, 2, 4, 6, 8, 10].find((times) => times * power >= value) ?? 10) * power;
}

const text = (x: number, y: number, words: string, anchor: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${words}</text>`;
