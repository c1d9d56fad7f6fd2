import { disposableDomains } from '../domain/disposable.ts';
import { commonFreemailDomains } from '../domain/freemail.ts';
import type { RunningCampaign } from './context.ts';

/**
 * Names of mail domains by their tags in hex, as far as the server knows them by itself: of large providers, and of those whose mailboxes
 * are thrown away. All others stay tags: the domain of a family or of a small office would say who somebody is.
 */
export const nameDomains = ({ domainTagOf }: Pick<RunningCampaign, 'domainTagOf'>): ReadonlyMap<string, string> =>
  new Map(
    domainTagOf === undefined
      ? []
      : // Of a provider's several domains the first names the tag.
        [...commonFreemailDomains(), ...disposableDomains]
          .toReversed()
          .map((domain) => [domainTagOf(`name@${domain}`).toString('hex'), domain]),
  );
