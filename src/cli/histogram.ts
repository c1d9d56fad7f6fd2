const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Counts as a line of blocks, the highest for the largest count: `▁··█`. A dot is none, and one is never a dot. */
export function histogram(counts: readonly number[]): string {
  const most = Math.max(...counts);
  const height = (count: number): number => Math.ceil((count / most) * blocks.length) - 1;
  return counts.map((count) => (count === 0 ? '·' : blocks[height(count)])).join('');
}
