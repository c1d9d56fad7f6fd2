/** Ids of a field's hint and error, joined for `aria-describedby`: hint first, as it is read. */
export const describedBy = (id: string, hint: string | undefined, error: string | undefined): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
