import { parse } from 'yaml';
import { cleanLine } from './loose-shape.ts';

/**
 * What stands in a YAML file of somebody else's. Every scalar is text: districts keep their zeros, and Norway is no
 * boolean. Aliases are refused, since no directory has any and nested ones fill a memory.
 * @returns a sentence if it cannot be read
 */
export function readYaml(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: parse(text, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error', prettyErrors: false }) };
  } catch (error) {
    return {
      reason: `This file is not YAML that can be read: ${cleanLine(error instanceof Error ? error.message : '')}`,
    };
  }
}
