/** Where the one origin that links are built from comes from. That of `PORT` and of nothing is this machine's. */
export interface SiteAddress {
  siteUrl: string;
  siteUrlFrom: 'SITE_URL' | 'PORT' | 'nothing';
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Whether nobody on another machine gets there. @param siteUrl an origin */
export const isLoopbackSite = (siteUrl: string): boolean => loopbackHosts.includes(new URL(siteUrl).hostname);
