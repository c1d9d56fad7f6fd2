import type { SharePlace } from './source-code.ts';

/** What is passed on: a campaign's title and its address, with a code. */
export interface Shared {
  title: string;
  url: string;
}

/**
 * Where each place takes a post from a link, as its makers document it. Nothing of theirs is on our pages: they learn of somebody who follows
 * the link, and of nobody else. Mastodon has many servers and a page of ours that asks for one.
 */
export const shareAddresses: Record<
  Exclude<SharePlace, 'device' | 'link' | 'mail' | 'mastodon'>,
  (of: Shared) => string
> = {
  whatsapp: (of) => withQuery('https://wa.me/', { text: textOf(of) }),
  telegram: ({ title, url }) => withQuery('https://t.me/share/url', { url, text: title }),
  line: ({ title, url }) => withQuery('https://social-plugins.line.me/lineit/share', { url, text: title }),
  bluesky: (of) => withQuery('https://bsky.app/intent/compose', { text: textOf(of) }),
  x: ({ title, url }) => withQuery('https://x.com/intent/post', { text: title, url }),
  facebook: ({ url }) => withQuery('https://www.facebook.com/sharer/sharer.php', { u: url }),
};

/** On one of Mastodon's servers, and on most that speak its language. @param server a host's name */
export const mastodonAddress = (server: string, of: Shared): string =>
  withQuery(`https://${server}/share`, { text: textOf(of) });

const textOf = ({ title, url }: Shared): string => `${title}\n${url}`;

/** Spaces as %20: not everybody reads a plus as one. */
const withQuery = (address: string, fields: Record<string, string>): string =>
  `${address}?${Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
