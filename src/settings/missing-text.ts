import { plainText, textsOf } from '../domain/target.ts';
import type { ArgumentFrontmatter, CampaignYaml } from './campaign-yaml.ts';

/**
 * Says which text that letters are to start with stands in no file, in one sentence that begins with the file; undefined if
 * all are there. A language without `letter` starts with an empty one; what a rule names has to be there in each.
 * @param spoken what the campaign says, by locale
 */
export function missingText(
  { defaultLocale, letter }: CampaignYaml,
  spoken: Record<string, ArgumentFrontmatter>,
): string | undefined {
  for (const text of textsOf(letter.targets)) {
    if (text === plainText) {
      if (Object.values(spoken).every((argument) => argument.letter === undefined))
        return `${defaultLocale}.mdx: letter is missing: add it, or set letter.enabled to false in campaign.yaml.`;
      continue;
    }
    const locale = Object.keys(spoken).find((name) => !Object.hasOwn(spoken[name]?.letters ?? {}, text));
    if (locale !== undefined)
      return `${locale}.mdx: letters has no “${text}”, which a rule of letter.targets in campaign.yaml names: add it.`;
  }
  return undefined;
}
