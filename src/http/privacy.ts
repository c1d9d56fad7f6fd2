import { existsSync } from 'node:fs';
import { argumentIn, pathOf } from '../settings/campaign.ts';
import { encoded } from './respond.ts';
import type { Request, Site } from './site.ts';

/** `GET /privacy`: what is stored, who can read it and for how long, from the settings of each campaign. */
export const showPrivacy =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    const body = await site.pages.get(`/privacy ${String(existsSync(site.config.organizerKeyFile))}`, undefined, () => {
      const campaigns = [...site.campaigns.values()].map(({ settings }) => ({
        title: argumentIn(settings, settings.defaultLocale).title,
        path: pathOf(settings, settings.defaultLocale),
        publisher: settings.publisher,
        retention: settings.retention,
      }));
      return site.render('/privacy', { campaigns }, 'en');
    });
    return encoded(site, request, body);
  };
