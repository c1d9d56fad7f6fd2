import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { endOfExport, postExport, showExport, showSealedPage } from './export.ts';
import { showOrganize } from './home.ts';

/** Every address for organizers. */
export function organizeRoutes(app: Hono<{ Bindings: HttpBindings }>, site: Site): void {
  app.get('/organize', showOrganize(site));

  app.get('/organize/:campaign/export', showExport(site));
  app.post('/organize/:campaign/export', postExport(site));
  app.get('/organize/:campaign/export/:export/rows', showSealedPage(site));
  app.post('/organize/:campaign/export/:export/done', endOfExport(site));
}
