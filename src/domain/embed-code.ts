import { xmlText } from './xml.ts';

/** What is embedded: a campaign's page and its title. */
export interface Embedded {
  siteUrl: string;
  /** The campaign's, such as `/social-credit`. */
  path: string;
  title: string;
}

/** Before the frame has told how high it is, or where no script listens: the form on a phone, without its small print. */
export const embedHeight = 900;

/** Where the page for frames is. */
export const embedPath = (path: string): string => `/embed${path}`;

/** The frame itself. `referrerpolicy`: we need not know on whose page it stands; its code says what whoever made the page wants to tell. */
export const embedFrame = (
  { siteUrl, path, title }: Embedded,
  { width = '100%', height = embedHeight }: { width?: string | number; height?: number } = {},
): string =>
  `<iframe data-campaign src="${siteUrl}${embedPath(path)}?source=embed" title="${xmlText(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" referrerpolicy="no-referrer"></iframe>`;

/** The same with a few lines that make it as high as what it shows. They listen to our origin alone, and to a number alone. */
export const embedCode = (embedded: Embedded): string => `${embedFrame(embedded)}
<script>
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== '${embedded.siteUrl}' || !(data?.campaignHeight > 0)) return;
    for (const frame of document.querySelectorAll('iframe[data-campaign]'))
      if (frame.contentWindow === source) frame.height = data.campaignHeight;
  });
</script>`;
