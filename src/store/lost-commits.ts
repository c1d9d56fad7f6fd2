import { existsSync, readFileSync, statSync } from 'node:fs';
import { logOf } from './sqlite-log.ts';

/** A log that is longer was left by an export; reading it would hold up the start. */
const mostBytes = 256 * 1024 * 1024;
const headBytes = 32;
const frameHeadBytes = 24;

/**
 * SQLite reads its log up to the first place that does not agree with its checksums, and takes that for its end: right after a
 * crash, but silent where the disk has damaged what was long committed.
 * @returns how many transactions stand behind such a place; 0 where the log ends as it should. One that was not written to its end is none
 * (https://www.sqlite.org/walformat.html)
 */
export function lostCommits(file: string): number {
  const log = logOf(file);
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size <= headBytes || size > mostBytes) return 0;
  const bytes = readFileSync(log);
  const littleEndian = bytes.readUInt32BE(0) === 0x377f0682;
  const sum = summing(bytes, littleEndian);
  sum(0, 24);
  const pageBytes = bytes.readUInt32BE(8);
  const frameBytes = frameHeadBytes + pageBytes;
  if (!sum.agrees(24)) return 1;
  const frames = Math.floor((size - headBytes) / frameBytes);
  const at = (frame: number): number => headBytes + frame * frameBytes;
  const isOfThisLog = (frame: number): boolean => bytes.compare(bytes, 16, 24, at(frame) + 8, at(frame) + 16) === 0;
  const commits = (frame: number): boolean => bytes.readUInt32BE(at(frame) + 4) !== 0;

  let read = 0;
  for (; read < frames && isOfThisLog(read); read++) {
    sum(at(read), 8);
    sum(at(read) + frameHeadBytes, pageBytes);
    if (!sum.agrees(at(read) + 16)) break;
  }
  let lost = 0;
  let waiting = 0;
  // The last one may have been under way when the process died; any other was followed by a frame.
  for (let frame = read; frame < frames && isOfThisLog(frame); frame++) {
    lost += waiting;
    waiting = commits(frame) ? 1 : 0;
  }
  return lost;
}

/** The checksum of the log's format: each goes on from the one before. */
function summing(bytes: Buffer, littleEndian: boolean) {
  let [one, other] = [0, 0];
  const word = (at: number): number => (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const sum = (from: number, length: number): void => {
    for (let at = from; at < from + length; at += 8) {
      one = (one + word(at) + other) >>> 0;
      other = (other + word(at + 4) + one) >>> 0;
    }
  };
  return Object.assign(sum, {
    agrees: (at: number): boolean => bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === other,
  });
}
