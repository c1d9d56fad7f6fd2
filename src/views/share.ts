import type { CampaignView, FormView } from '../views.ts';

/** Pages by which a campaign is passed on. */
export interface SharePages {
  '/embed': { campaign: CampaignView; form: FormView };
  '/poster': { campaign: CampaignView };
  '/share': { campaign: CampaignView };
  '/share-mastodon': {
    campaign: Pick<CampaignView, 'path' | 'publisher'>;
    /** For the address that is passed on. */
    code: string;
    /** Where the post is written, once somebody has said which server is theirs. */
    onward: { server: string; href: string } | undefined;
    form: FormView;
  };
}
