import { expect, test } from 'vitest';
import { histogram } from '../../src/cli/histogram.ts';

test('the highest block stands for the most letters, a single one is still seen, and none is a dot', () => {
  expect(histogram([0, 1, 500, 1000])).toBe('·▁▄█');
  expect(histogram([0, 0])).toBe('··');
  expect(histogram([3, 3])).toBe('██');
});
