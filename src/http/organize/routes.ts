import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { accountRoutes } from './account-routes.ts';
import { showOrganize } from './home.ts';

/** Every address for organizers. */
export function organizeRoutes(app: Hono<{ Bindings: HttpBindings }>, site: Site): void {
  accountRoutes(app, site);
  app.get('/organize', showOrganize(site));
}
