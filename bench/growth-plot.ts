/** The middles of some turns, and how far their ratios lie apart. */
export interface Beside {
  value: number;
  floor: number;
  ratio: number;
  spread: number;
}

export interface GrowthPoint {
  size: number;
  page: Beside;
  sign: Beside;
  confirm: Beside;
}

const [width, height] = [640, 320];
const edge = { left: 60, right: 110, top: 20, bottom: 44 };
const lines = [
  { of: 'page', colour: '#1d6fd1' },
  { of: 'sign', colour: '#b4451f' },
  { of: 'confirm', colour: '#2f7d4f' },
] as const;

/** Ratios to their floors by the size of the table, as an SVG for the docs. Sizes are on a scale of powers of ten. */
export function growthPlot(points: readonly GrowthPoint[]): string {
  const most = Math.max(1, ...points.flatMap((point) => lines.map(({ of }) => point[of].ratio)));
  const across = (at: number): number =>
    edge.left + (at * (width - edge.left - edge.right)) / Math.max(points.length - 1, 1);
  const up = (ratio: number): number => height - edge.bottom - (ratio / most) * (height - edge.top - edge.bottom);
  const text = (x: number, y: number, words: string, more = ''): string =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`;
  const grid = [0, 0.25, 0.5, 0.75, 1]
    .map((part) => part * most)
    .map(
      (ratio) =>
        `<path d="M${edge.left} ${up(ratio).toFixed(1)}H${width - edge.right}" stroke="#8886" />${text(edge.left - 8, up(ratio) + 4, ratio.toFixed(2), 'text-anchor="end"')}`,
    );
  const names = points.map(({ size }, at) =>
    text(across(at), height - edge.bottom + 18, size.toLocaleString('en'), 'text-anchor="middle"'),
  );
  const drawn = lines.map(({ of, colour }) => {
    const path = points.map(
      (point, at) => `${at === 0 ? 'M' : 'L'}${across(at).toFixed(1)} ${up(point[of].ratio).toFixed(1)}`,
    );
    const last = points.at(-1)?.[of].ratio ?? 0;
    return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2.5" />${text(width - edge.right + 8, up(last) + 4, of, `fill="${colour}"`)}`;
  });
  const title = 'Rates beside their floors, by how many signatures the table holds';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12" fill="#777"><title>${title}</title>${[...grid, ...names, ...drawn].join('')}${text((width - edge.right + edge.left) / 2, height - 6, 'signatures in the table', 'text-anchor="middle"')}</svg>\n`;
}
