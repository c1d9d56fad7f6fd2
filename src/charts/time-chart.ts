import { scaleBand, scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';

export interface Size {
  width: number;
  height: number;
}

/** A bar of a chart, in its units; y runs downwards. */
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The geometry of a chart over time. */
export interface TimeChart {
  /** One for each value; of no height where there was nothing. */
  bars: Bar[];
  /** The path of the outline, in steps over the same places; '' where none was asked for. */
  outline: string;
  /** Whole numbers from 0 to the top of the chart, evenly apart. */
  ticks: number[];
  /** Where they lie. */
  grid: number[];
}

const tickCount = 4;
/** Between two bars, of the width of both. */
const gap = 0.2;
/** Something that happened once is seen beside what happened a million times. */
const leastHeight = 1.5;

/** @param outlined other values over the same places, such as what was received beside what was confirmed */
export function timeChart(values: readonly number[], { width, height }: Size, outlined?: readonly number[]): TimeChart {
  const most = Math.max(1, ...values, ...(outlined ?? []));
  const y = scaleLinear().domain([0, most]).nice(tickCount).range([height, 0]);
  const ticks = y.ticks(tickCount).filter((tick) => Number.isInteger(tick));
  const x = scaleBand<number>()
    .domain(values.map((_, index) => index))
    .range([0, width])
    .paddingInner(gap)
    // Each bar is in the middle of its place, whose edges the outline steps at.
    .paddingOuter(gap / 2);
  return {
    bars: values.map((value, index) => {
      const tall = value === 0 ? 0 : Math.max(leastHeight, height - y(value));
      return {
        x: rounded(x(index) ?? 0),
        y: rounded(height - tall),
        width: rounded(x.bandwidth()),
        height: rounded(tall),
      };
    }),
    outline: outlined === undefined ? '' : outlineOf(outlined, y, width),
    ticks,
    grid: ticks.map((tick) => rounded(y(tick))),
  };
}

function outlineOf(values: readonly number[], y: (value: number) => number, width: number): string {
  const last = values.at(-1);
  if (last === undefined) return '';
  const step = width / values.length;
  const points = [...values, last].map((value, index): [number, number] => [index * step, y(value)]);
  return line().digits(2).curve(curveStepAfter)(points) ?? '';
}

const rounded = (length: number): number => Math.round(length * 100) / 100;

/** Bars as one path of an SVG; those without a height are left out. */
export const barsPath = (bars: readonly Bar[]): string =>
  bars
    .filter(({ height }) => height > 0)
    .map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`)
    .join('');

/** All of the height above a bar, so that a small one can be pointed at as well. */
export const columnOf = ({ x, width }: Bar, height: number): Bar => ({ x, width, y: 0, height });
