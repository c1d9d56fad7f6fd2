import { parse } from 'yaml';
import { cleanLine } from './loose-shape.ts';

const options = {
  schema: 'failsafe',
  maxAliasCount: 0,
  // The parser compares each key with each: a map of a million would take days. Of two that are the same the last counts.
  uniqueKeys: false,
  logLevel: 'error',
  prettyErrors: false,
} as const;

/**
 * What stands in a YAML file of somebody else's. Every scalar is text: districts keep their zeros, and Norway is no
 * boolean. Aliases are refused, since no directory has any and nested ones fill a memory.
 * @returns a sentence if it cannot be read
 */
export function readYaml(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: parse(text, options) };
  } catch (error) {
    const message = error instanceof Error ? cleanLine(error.message) : '';
    // The parser goes down into what is nested, and tells of the stack's end as of any mistake.
    if (message.includes('call stack')) return { reason: 'This file is nested too deeply for a directory.' };
    return { reason: `This file is not YAML that can be read: ${message}` };
  }
}
