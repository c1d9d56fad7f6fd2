import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { showOrganize } from './home.ts';
import { postUndo, showInvalidation, showInvalidations } from './invalidations.ts';
import { postInvalidation, previewInvalidations, showInvalidationForm } from './make-invalidation.ts';
import { showTrends } from './trends.ts';

/** Every address for organizers. */
export function organizeRoutes(app: Hono<{ Bindings: HttpBindings }>, site: Site): void {
  app.get('/organize', showOrganize(site));

  app.get('/organize/:campaign/trends', showTrends(site));
  app.get('/organize/:campaign/invalidations', showInvalidations(site));
  app.post('/organize/:campaign/invalidations', postInvalidation(site));
  app.get('/organize/:campaign/invalidations/new', showInvalidationForm(site));
  app.post('/organize/:campaign/invalidations/preview', previewInvalidations(site));
  app.get('/organize/:campaign/invalidations/:id{[1-9][0-9]*}', showInvalidation(site));
  app.post('/organize/:campaign/invalidations/:id{[1-9][0-9]*}/undo', postUndo(site));
}
