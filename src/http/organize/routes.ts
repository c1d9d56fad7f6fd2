import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { showOrganize } from './home.ts';
import { decideNames, showNames } from './names.ts';
import { changeSettings, showClose, showSettings } from './settings.ts';

/** Every address for organizers. */
export function organizeRoutes(app: Hono<{ Bindings: HttpBindings }>, site: Site): void {
  app.get('/organize', showOrganize(site));
  app.get('/organize/:campaign/names', showNames(site));
  app.post('/organize/:campaign/names', decideNames(site));
  app.get('/organize/:campaign/settings', showSettings(site));
  app.post('/organize/:campaign/settings', changeSettings(site));
  app.get('/organize/:campaign/settings/close', showClose(site));
}
