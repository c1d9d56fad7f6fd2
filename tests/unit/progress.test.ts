import { expect, test } from 'vitest';
import { progress } from '../../src/cli/progress.ts';

/** A terminal that remembers, and a clock that a test turns. */
function aTerminal({ isTTY = true, columns = 100 } = {}) {
  const written: string[] = [];
  const clock = { milliseconds: 0 };
  const terminal = { isTTY, columns, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  return { written, clock, terminal, now: () => clock.milliseconds };
}

test('An organizer sees how much is exported, how fast, and how long it still takes', () => {
  const { written, clock, terminal, now } = aTerminal();
  const bar = progress('Exporting', 10_000, terminal, now);
  clock.milliseconds = 1000;
  bar.advance(2500);
  expect(written.at(-1)).toBe('\r\u001B[KExporting █████░░░░░░░░░░░░░░░ 2,500 of 10,000 · 2,500/s · 3 s left');
});

test('Without a total the organizer sees count and rate', () => {
  const { written, clock, terminal, now } = aTerminal();
  const bar = progress('Importing', undefined, terminal, now);
  clock.milliseconds = 2000;
  bar.advance(7);
  expect(written.at(-1)).toBe('\r\u001B[KImporting  7 · 3.5/s');
});

test('An organizer with hours to wait is told in hours', () => {
  const { written, clock, terminal, now } = aTerminal();
  const bar = progress('Sealing', 7201, terminal, now);
  clock.milliseconds = 1000;
  bar.advance();
  expect(written.at(-1)).toContain('2 h 0 min left');
});

test('More than was announced fills the bar and no more', () => {
  const { written, clock, terminal, now } = aTerminal();
  const bar = progress('Exporting', 1, terminal, now);
  clock.milliseconds = 1000;
  bar.advance(3);
  expect(written.at(-1)).toContain('████████████████████ 3 of 1 · 3/s · 0 s left');
});

test('The bar is drawn at most ten times a second', () => {
  const { written, clock, terminal, now } = aTerminal();
  const bar = progress('Exporting', 1000, terminal, now);
  for (let at = 1; at <= 1000; at++) {
    clock.milliseconds = at;
    bar.advance();
  }
  expect(written).toHaveLength(11);
});

test('The bar stays on one line of a narrow terminal', () => {
  const { written, terminal, now } = aTerminal({ columns: 20 });
  progress('Exporting', 1000, terminal, now);
  expect(written.at(-1)).toHaveLength('\r\u001B[K'.length + 19);
});

test('Nothing of the bar is left when it is done', () => {
  const { written, terminal, now } = aTerminal();
  progress('Exporting', 10, terminal, now).done();
  expect(written.at(-1)).toBe('\r\u001B[K');
});

test('In a pipe there is no bar', () => {
  const { written, terminal, now } = aTerminal({ isTTY: false });
  const bar = progress('Exporting', 10, terminal, now);
  bar.advance(10);
  bar.done();
  expect(written).toEqual([]);
});
