import { meantDomain } from '../domain/meant-domain.ts';

/**
 * Where whoever gave an address goes on, to be told of a mail. If the address looks mistyped, the page there says so: by a fragment,
 * which works without JavaScript, stays in the browser, and leaves the page the same bytes for everybody.
 */
export const mailedTo = (email: string, path: string): string =>
  meantDomain(email.slice(email.lastIndexOf('@') + 1)) === undefined ? path : `${path}#mistyped`;
