import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { endOfExport, postExport, showExport, showSealedPage } from './export.ts';
import { showDashboard } from './dashboard.ts';
import { accountRoutes } from './account-routes.ts';
import { showOrganize } from './home.ts';
import { postUndo, showInvalidation, showInvalidations } from './invalidations.ts';
import { postInvalidation, previewInvalidations, showInvalidationForm } from './make-invalidation.ts';
import { postPack } from './pack.ts';
import { showTrends } from './trends.ts';
import { decideNames, showNames } from './names.ts';
import { changeSettings, showClose, showSettings } from './settings.ts';

/** Every address for organizers. */
export function organizeRoutes(app: Hono<{ Bindings: HttpBindings }>, site: Site): void {
  accountRoutes(app, site);
  app.get('/organize', showOrganize(site));

  app.get('/organize/:campaign/trends', showTrends(site));
  app.get('/organize/:campaign/invalidations', showInvalidations(site));
  app.post('/organize/:campaign/invalidations', postInvalidation(site));
  app.get('/organize/:campaign/invalidations/new', showInvalidationForm(site));
  app.post('/organize/:campaign/invalidations/preview', previewInvalidations(site));
  app.get('/organize/:campaign/invalidations/:id{[1-9][0-9]*}', showInvalidation(site));
  app.post('/organize/:campaign/invalidations/:id{[1-9][0-9]*}/undo', postUndo(site));
  app.get('/organize/:campaign/names', showNames(site));
  app.post('/organize/:campaign/names', decideNames(site));
  app.get('/organize/:campaign/settings', showSettings(site));
  app.post('/organize/:campaign/settings', changeSettings(site));
  app.get('/organize/:campaign/settings/close', showClose(site));
  app.get('/organize/:campaign/export', showExport(site));
  app.post('/organize/:campaign/export', postExport(site));
  app.post('/organize/:campaign/export/pack', postPack(site));
  app.get('/organize/:campaign/export/:export/rows', showSealedPage(site));
  app.post('/organize/:campaign/export/:export/done', endOfExport(site));
  // After every address of one word: whatever is left names a campaign.
  app.get('/organize/:campaign', showDashboard(site));
}
