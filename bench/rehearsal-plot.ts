const [width, height] = [640, 320];
const edge = { left: 60, right: 60, top: 28, bottom: 36 };

interface Point {
  signed: number;
  most: number;
}

/** Signatures a second, and how long a mail took, step by step, as an SVG for the docs. */
export function rehearsalPlot(steps: readonly Point[]): string {
  const bottom = height - edge.bottom;
  const mostSigned = Math.max(1, ...steps.map(({ signed }) => signed));
  const mostLag = Math.max(1, ...steps.map(({ most }) => most));
  const across = (at: number): number =>
    edge.left + (at * (width - edge.left - edge.right)) / Math.max(steps.length - 1, 1);
  const line = (part: (point: Point) => number): string =>
    steps
      .map(
        (step, at) =>
          `${at === 0 ? 'M' : 'L'}${across(at).toFixed(1)} ${(bottom - part(step) * (bottom - edge.top)).toFixed(1)}`,
      )
      .join('');
  const text = (x: number, y: number, words: string, more = ''): string =>
    `<text x="${x}" y="${y}" ${more}>${words}</text>`;
  const title = 'Signatures a second, and seconds until the confirmation mail came, over a rehearsed day';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12" fill="#777"><title>${title}</title><path d="M${edge.left} ${bottom}H${width - edge.right}" stroke="#8886" /><path d="${line(({ signed }) => signed / mostSigned)}" fill="none" stroke="#1d6fd1" stroke-width="2.5" /><path d="${line(({ most }) => most / mostLag)}" fill="none" stroke="#b4451f" stroke-width="2.5" stroke-dasharray="6 4" />${text(8, 16, `signatures a second, up to ${Math.round(mostSigned)}`, 'fill="#1d6fd1"')}${text(width - 8, 16, `seconds until 99 of 100 mails came, up to ${mostLag.toFixed(1)}`, 'fill="#b4451f" text-anchor="end"')}${text(width / 2, height - 10, 'the day', 'text-anchor="middle"')}</svg>\n`;
}
