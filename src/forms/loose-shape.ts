import { z } from 'zod';

/**
 * Schemas for other people's data: unknown keys are dropped, a missing or wrong value reads as '', an
 * entry that is no object is left out. Numbers are taken as text, since some sources number their ids.
 */
export const line = z.unknown().optional().transform(cleanLine);

/** One value or a list of them, one a line. */
export const lines = z.unknown().optional().transform(cleanLines);

export const list = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .optional()
    .transform((value) => (Array.isArray(value) ? value.filter(isObject).map((entry) => schema.parse(entry)) : []));

/** An object, or an empty one where there is none. */
export const part = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .optional()
    .transform((value) => schema.parse(isObject(value) ? value : {}));

/** Past this a field holds no name, phone or address; it keeps one broken field from filling a database. */
const longestLine = 1000;

/**
 * Text on one line: line ends become a space, other controls go, a lone surrogate becomes U+FFFD.
 * Otherwise every script stays as it is, byte for byte.
 */
export function cleanLine(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return value
    .slice(0, longestLine)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
}

/** Some sources put a list where others have one value: one a line, for whoever reads it to tell apart. */
export function cleanLines(value: unknown): string {
  const values: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\r\n]+/) : [];
  return values
    .map(cleanLine)
    .filter((text) => text !== '')
    .join('\n');
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
