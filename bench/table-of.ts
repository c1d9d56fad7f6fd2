import { isReached, noisy, type Figure } from './figure.ts';

const columns = ['', 'measured', 'floor', 'ratio', 'spread', 'goal', ''];

/** The figures as a table of plain text, and below it what the floors are. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [columns, ...figures.map(rowOf)];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const floors = figures.flatMap(({ name, floorIs }) => (floorIs === undefined ? [] : [`  ${name}: ${floorIs}`]));
  return `${lines.join('\n')}\n\nFloors\n${floors.join('\n')}`;
}

function rowOf(figure: Figure): string[] {
  const { name, unit, value, floor, ratio, spread, goal } = figure;
  const target = goal === undefined ? '' : `${goal.of} ${goal.is === 'at least' ? '≥' : '≤'} ${goal.than}`;
  const verdict = goal === undefined ? '' : isReached(figure) ? 'reached' : 'NOT REACHED';
  return [
    name,
    `${round(value)} ${unit}`,
    floor === undefined ? '' : round(floor),
    ratio === undefined ? '' : round(ratio),
    round(spread),
    target,
    `${verdict}${spread > noisy ? ' (too noisy a machine to judge)' : ''}`,
  ];
}

const round = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
