import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Site } from '../site.ts';
import { postPasskeys, postPassword, postRecoveryCodes, postSessions, showAccount } from './account.ts';
import { postJoin, postSecondStep, showJoin, showSecondStep } from './join.ts';
import { showLog } from './log.ts';
import { postInvitation, postOrganizer, showOrganizers } from './organizers.ts';
import { addPasskey, askNewPasskey, askPasskey, signInByPasskey } from './passkeys.ts';
import { postCode, postSignIn, postSignOut, showCode, showSignIn, showSignOut } from './sign-in.ts';

/** How organizers come in, and who they are. Before the campaigns' pages: no slug is called like one of these. */
export function accountRoutes(app: Hono<{ Bindings: HttpBindings }>, site: Site): void {
  const { throttle } = site;
  app.get('/organize/sign-in', showSignIn(site));
  app.post('/organize/sign-in', postSignIn(site, throttle));
  app.get('/organize/code', showCode(site));
  app.post('/organize/code', postCode(site, throttle));
  app.get('/organize/sign-out', showSignOut(site));
  app.post('/organize/sign-out', postSignOut(site));

  app.get('/organize/join/:token', showJoin(site));
  app.post('/organize/join/:token', postJoin(site));
  app.get('/organize/second-step', showSecondStep(site));
  app.post('/organize/second-step', postSecondStep(site));

  app.post('/organize/passkeys/ask', askPasskey(site, throttle));
  app.post('/organize/passkeys/sign-in', signInByPasskey(site, throttle));
  app.post('/organize/passkeys/add/ask', askNewPasskey(site, throttle));
  app.post('/organize/passkeys/add', addPasskey(site));

  app.get('/organize/account', showAccount(site));
  app.post('/organize/account/password', postPassword(site, throttle));
  app.post('/organize/account/recovery-codes', postRecoveryCodes(site, throttle));
  app.post('/organize/account/sessions', postSessions(site));
  app.post('/organize/account/passkeys', postPasskeys(site));

  app.get('/organize/organizers', showOrganizers(site));
  app.post('/organize/organizers/invite', postInvitation(site));
  app.post('/organize/organizers/change', postOrganizer(site));
  app.get('/organize/log', showLog(site));
}
