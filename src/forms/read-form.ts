import type { z } from 'zod';

export interface FieldFault {
  field: string;
  /** A sentence that says what to do. */
  message: string;
}

export type Read<T> = { outcome: 'read'; value: T } | { outcome: 'faulty'; errors: FieldFault[] };

/** Checks what was sent; a field's first fault is told, in the order of the form. */
export function readForm<T extends z.ZodType>(schema: T, sent: unknown): Read<z.infer<T>> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { outcome: 'read', value: parsed.data };
  const faults = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    if (!faults.has(field)) faults.set(field, issue.message);
  }
  return { outcome: 'faulty', errors: [...faults].map(([field, message]) => ({ field, message })) };
}

/** A schema with words of its own, made once for each language: making one takes longer than reading a form by it. */
export function inWords<Words extends object, T>(make: (words: Words) => T): (words: Words) => T {
  const made = new WeakMap<Words, T>();
  return (words) => {
    const known = made.get(words) ?? make(words);
    made.set(words, known);
    return known;
  };
}

/** The first value of each field of a URL-encoded form. */
export const fieldsOf = (form: URLSearchParams): Record<string, string> => {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of form) fields[name] ??= value;
  return fields;
};
