import type { RunningCampaign } from '../campaign/context.ts';
import type { FormTraces } from '../campaign/sent-form.ts';
import { isHoneypotFilled } from './honeypot.ts';
import { networkOf } from './network-tags.ts';
import type { Request, Site } from './site.ts';

/** How a form came, as organizers look for robots by it. @param sent values by field name */
export const tracesOf = (
  site: Site,
  request: Request,
  campaign: RunningCampaign,
  sent: Record<string, unknown>,
): FormTraces => ({
  network: networkOf(site, request, campaign),
  honeypot: isHoneypotFilled(site.vault, campaign.settings.slug, sent),
});
