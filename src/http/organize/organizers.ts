import type { OrganizePages } from '../../organize-views.ts';
import { changeRole, endSessions, removeOrganizer } from '../../campaign/change-organizer.ts';
import { inviteOrganizer } from '../../campaign/invite-organizer.ts';
import { isoDay } from '../../domain/clock.ts';
import { isOrganizerRole } from '../../domain/organizer.ts';
import { readInvitation } from '../../forms/organizer.ts';
import { fieldsOf } from '../../forms/read-form.ts';
import { openInvitations } from '../../store/invitations.ts';
import { organizerKeys } from '../../store/organizer-keys.ts';
import { sessionsOf } from '../../store/organizer-sessions.ts';
import { allOrganizers, passkeysOf } from '../../store/organizers.ts';
import { strings } from '../../strings/strings.ts';
import { problem } from '../problem.ts';
import { seeOther } from '../respond.ts';
import type { Site } from '../site.ts';
import { forRole, withForm, type OrganizerRequest } from './door.ts';
import { organizePage } from './organize-page.ts';

type View = OrganizePages['/organize/organizers'];
type Shown = Pick<View, 'link' | 'done' | 'form'>;

const acts = ['role', 'remove', 'end-sessions'] as const;
const isAct = (text: string): text is (typeof acts)[number] => (acts as readonly string[]).includes(text);

const nothing: Shown = { link: undefined, done: undefined, form: { values: {}, errors: [] } };

/** `GET /organize/organizers`: who is an organizer, and whom signatures are sealed to. */
export const showOrganizers = (site: Site) =>
  forRole(site, 'owner', (asked) => {
    const { done = '', handle = '' } = asked.request.req.query();
    return organizersPage(site, asked, { ...nothing, done: isAct(done) ? { act: done, handle } : undefined });
  });

async function organizersPage(site: Site, asked: OrganizerRequest, shown: Shown): Promise<Response> {
  const { read } = site.store;
  const passkeys = await passkeysOf(read);
  const sessions = await sessionsOf(read, site.now());
  const dayOrNever = (at: number | null): string | undefined => (at === null ? undefined : isoDay(at));
  const view: View = {
    ...shown,
    organizers: (await allOrganizers(read)).map(({ id, name, role, twoFactorEnabled }) => ({
      handle: name,
      role,
      secondStep: twoFactorEnabled === 1,
      passkeys: passkeys.filter(({ userId }) => userId === id).length,
      sessionAt: sessions.find(({ userId }) => userId === id)?.createdAt,
    })),
    invited: (await openInvitations(read, site.now())).map(({ handle, role, expires_at }) => ({
      handle,
      role,
      until: isoDay(expires_at),
    })),
    keys: (await organizerKeys(read)).map(({ name, recipient, checked_at, retired_at }) => ({
      name,
      recipient,
      checked: dayOrNever(checked_at),
      retired: dayOrNever(retired_at),
    })),
  };
  const status = shown.form.errors.length > 0 ? 422 : 200;
  return organizePage(site, asked, '/organize/organizers', view, { status });
}

/** `POST /organize/organizers/invite`: shows the link this once. */
export const postInvitation = (site: Site) =>
  forRole(
    site,
    'owner',
    withForm(site, async ({ sent, ...asked }) => {
      const { accounts: text } = strings('en').organize;
      const values = fieldsOf(sent);
      const refuse = (errors: View['form']['errors']) =>
        organizersPage(site, asked, { ...nothing, form: { values, errors } });
      const read = readInvitation(values, text);
      if (read.outcome === 'faulty') return refuse(read.errors);
      const invited = await inviteOrganizer(site, read.value, asked.organizer.handle);
      if (invited.outcome === 'known') return refuse([{ field: 'handle', message: text.faults.handleKnown }]);
      const href = `${site.config.siteUrl}/organize/join/${invited.token}`;
      return organizersPage(site, asked, { ...nothing, link: { handle: read.value.handle, href } });
    }),
  );

/** `POST /organize/organizers/change`: another role, or out, or signed out everywhere. */
export const postOrganizer = (site: Site) =>
  forRole(
    site,
    'owner',
    withForm(site, async ({ sent, ...asked }) => {
      const { act = '', handle = '', role = '' } = fieldsOf(sent);
      const by = asked.organizer.handle;
      if (!isAct(act) || (act === 'role' && !isOrganizerRole(role))) return problem(site, asked.request, 400);
      const outcome =
        act === 'remove'
          ? await removeOrganizer(site, handle, by)
          : act === 'role' && isOrganizerRole(role)
            ? await changeRole(site, { handle, role }, by)
            : (await endSessions(site, handle, by)) === undefined
              ? 'unknown'
              : 'done';
      if (outcome === 'done')
        return seeOther(site, `/organize/organizers?${new URLSearchParams({ done: act, handle }).toString()}`);
      const { lastOwner, unknown } = strings('en').organize.accounts.organizers;
      const message = outcome === 'last-owner' ? lastOwner(handle) : unknown(handle);
      return organizersPage(site, asked, { ...nothing, form: { values: {}, errors: [{ field: 'list', message }] } });
    }),
  );
