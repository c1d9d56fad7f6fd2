import { changeSetting } from '../../campaign/change-setting.ts';
import { pauseLetters } from '../../campaign/pause-letters.ts';
import { daySeconds, isoDay } from '../../domain/clock.ts';
import { fieldsOf, type FieldFault } from '../../forms/read-form.ts';
import { readSettingAct, type SettingAct } from '../../forms/setting-act.ts';
import { argumentIn } from '../../settings/campaign.ts';
import { strings } from '../../strings/strings.ts';
import { problem } from '../problem.ts';
import { seeOther } from '../respond.ts';
import type { Site } from '../site.ts';
import { forCampaign, withForm, type CampaignRequest } from './door.ts';
import { organizePage } from './organize-page.ts';
import { settingsDone, settingsView } from './settings-view.ts';

/** `GET /organize/{campaign}/settings`: what holds, and what organizers have said otherwise than campaign.yaml. */
export const showSettings = (site: Site) => forCampaign(site, 'editor', (asked) => settingsPage(site, asked));

/** `POST /organize/{campaign}/settings`: one of its buttons. */
export const changeSettings = (site: Site) =>
  forCampaign(
    site,
    'editor',
    withForm<CampaignRequest>(site, async (asked) => {
      const values = fieldsOf(asked.sent);
      const read = readSettingAct(values, strings('en'), site.now());
      if (read === undefined) return problem(site, asked.request, 400);
      if (read.outcome === 'faulty') return settingsPage(site, asked, { values, errors: read.errors });
      if ((await act(site, asked, read.value)) === 'ended') {
        const message = strings('en').organize.settings.errors.ended;
        return settingsPage(site, asked, { values: {}, errors: [{ field: 'closing', message }] });
      }
      // What is made of the old settings meanwhile must not be shown on.
      site.pages.clear();
      const done = read.value.about === 'letters' ? 'letters' : settingsDone[read.value.change.setting];
      return seeOther(site, `/organize/${asked.campaign.settings.slug}/settings?done=${done}#done`);
    }),
  );

/** `GET /organize/{campaign}/settings/close`: says what closing means, and has the button. */
export const showClose = (site: Site) =>
  forCampaign(site, 'editor', (asked) => {
    const { settings } = asked.campaign;
    const { daysAfterClose } = settings.retention;
    return organizePage(site, asked, '/organize/close', {
      slug: settings.slug,
      title: argumentIn(settings, settings.defaultLocale).title,
      daysAfterClose,
      deletedOn: isoDay(site.now() + daysAfterClose * daySeconds),
    });
  });

function act(site: Site, { campaign, organizer }: CampaignRequest, asked: SettingAct) {
  return asked.about === 'letters'
    ? pauseLetters(site, campaign.folder.slug, asked.paused, organizer.handle)
    : changeSetting(site, campaign, organizer.handle, asked.change);
}

async function settingsPage(
  site: Site,
  asked: CampaignRequest,
  form: { values: Record<string, string>; errors: FieldFault[] } = { values: {}, errors: [] },
): Promise<Response> {
  const settings = await settingsView(site, asked.campaign, asked.request.req.query('done'));
  const status = form.errors.length > 0 ? 422 : 200;
  const view = { slug: asked.campaign.settings.slug, settings, form };
  return organizePage(site, asked, '/organize/settings', view, { status });
}
