import type { Site } from '../site.ts';

/** What a password of somebody here must not live on: their handle, the site's name and those of its campaigns. */
export const ourWords = ({ config, campaigns }: Pick<Site, 'config' | 'campaigns'>, handle: string): string[] => [
  ...new Set(
    [handle, new URL(config.siteUrl).hostname, ...campaigns.keys()].flatMap((name) => [name, ...partsOf(name)]),
  ),
];

const partsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u);
