import { routePath } from 'hono/route';
import type { Request } from './site.ts';

const unrouted = new WeakMap<globalThis.Request, string>();
const labels = new Map<string, string>();

/** The pattern of the address that answered, such as `/:campaign/sign`: never the address itself, which may be a secret. */
export function routeLabel(request: Request): string {
  const outside = unrouted.get(request.req.raw);
  if (outside !== undefined) return outside;
  const path = routePath(request);
  const known = labels.get(path);
  if (known !== undefined) return known;
  // Hono's patterns say which values a part may have: `:locale{…}`.
  const label = path === '/*' ? 'refused' : path.split('/').map(nameOf).join('/');
  labels.set(path, label);
  return label;
}

const nameOf = (part: string): string => (part.startsWith(':') ? (part.split('{', 1)[0] ?? part) : part);

/** No route has answered: it was a file of the build, or nothing. */
export const answeredOutside = (request: Request, label: 'file' | 'nothing'): void =>
  void unrouted.set(request.req.raw, label);
