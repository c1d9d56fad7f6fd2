import { z } from 'zod';
import { cleanLine } from './loose-shape.ts';

/** Where a lookup table comes from; each may be ''. */
export interface LookupOrigin {
  source: string;
  licence: string;
  /** ISO day. */
  asOf: string;
}

const line = z.unknown().optional().transform(cleanLine);

const meta = z.looseObject({
  source: line,
  /** What a licence asks to be shown, word for word. */
  attribution: line,
  source_repo: line,
  licence: line,
  license: line,
  as_of: line,
  data_as_of: line,
});

/** Reads `<name>.meta.json`; undefined if it is no JSON object. */
export function readLookupMeta(text: string): LookupOrigin | undefined {
  try {
    const read = meta.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (!read.success) return undefined;
    const { data } = read;
    return {
      source: data.attribution || data.source || data.source_repo,
      licence: data.licence || data.license,
      asOf: /^\d{4}-\d\d-\d\d/.exec(data.as_of || data.data_as_of)?.[0] ?? '',
    };
  } catch {
    return undefined;
  }
}
