import { createApp } from '../../src/http/app.ts';
import type { Site } from '../../src/http/site.ts';

/** Every address that the site answers, as it was declared. Languages have the handlers of their campaign. */
export const routes = (): { method: string; path: string }[] => {
  const site = { config: { siteUrl: 'http://localhost', loopback: true }, now: () => 0 } as Site;
  const declared = createApp(site, () => undefined).routes.filter(
    ({ method, path }) => method !== 'ALL' && !path.includes(':locale'),
  );
  const names = new Set(declared.map(({ method, path }) => `${method} ${path}`));
  return [...names].map((name) => ({ method: name.split(' ')[0]!, path: name.split(' ')[1]! }));
};

/** A path that the route answers, for a link that nobody made. */
export const filled = (path: string): string =>
  path
    .replace(':campaign', 'social-credit')
    .replace(':token', 'A'.repeat(64))
    .replace(':answer{yes|no}', 'yes')
    .replaceAll(/:\w+(?:\{[^}]*\})?/g, '1');
