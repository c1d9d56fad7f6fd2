import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { showDashboard } from './dashboard.ts';
import { showOrganize } from './home.ts';

/** Every address for organizers. */
export function organizeRoutes(app: Hono<{ Bindings: HttpBindings }>, site: Site): void {
  app.get('/organize', showOrganize(site));
  // After every address of one word: whatever is left names a campaign.
  app.get('/organize/:campaign', showDashboard(site));
}
