import { getRequestListener, RequestError } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Assets } from './assets.ts';
import { failureFacts } from '../log.ts';
import { plainProblem } from './problem.ts';
import type { Site } from './site.ts';

/** All routes, as Node calls them. */
export const openListener = (site: Site, assets: Assets) =>
  getRequestListener(createApp(site, assets).fetch, {
    // In HTTP/1.0, in which load balancers ask for our health, Host may be missing.
    hostname: new URL(site.config.siteUrl).host,
    errorHandler: (error) => {
      // It could not be made into a request: no routes have seen it.
      if (error instanceof RequestError) return plainProblem(site, 400);
      site.log.error('request failed', failureFacts(error));
      return plainProblem(site, 500);
    },
  });
