import { signPetition } from '../campaign/sign-petition.ts';
import { fieldsOf } from '../forms/read-form.ts';
import { readSignature } from '../forms/signature.ts';
import { pathOf } from '../settings/campaign.ts';
import { campaignForm } from './campaign-form.ts';
import { campaignView } from './campaign-view.ts';
import { tracesOf } from './form-traces.ts';
import { mailedTo } from './mailed-to.ts';
import { problem } from './problem.ts';
import { page, seeOther } from './respond.ts';
import { withWork } from './work-limit.ts';

/** `POST /{campaign}/sign`: the form. Answered once the signature is on disk. */
export const sign = campaignForm(async ({ site, request, visit, sent }) => {
  if (visit.campaign.settings.signingPaused === true) return problem(site, request, 'signingPaused', visit);
  const values = fieldsOf(sent);
  const read = readSignature(values, visit.strings);
  if (read.outcome === 'faulty') {
    const campaign = await campaignView(site, visit);
    return page({ site, request, locale: visit.locale, status: 422 }, '/campaign', {
      campaign,
      form: { values, errors: read.errors },
    });
  }
  return withWork(site, request, visit, values.work, async () => {
    await signPetition(site, visit.campaign, visit.locale, read.value, tracesOf(site, request, visit.campaign, values));
    const next = `${pathOf(visit.campaign.settings, visit.locale)}/check-your-mail`;
    return seeOther(site, mailedTo(read.value.email, next));
  });
});
