import { foldText } from './fold-text.ts';

/** One rule about whom a campaign's letters may go to. What a rule leaves out, it leaves open. */
export interface TargetRule {
  /** Countries of writers (ISO 3166-1 alpha-2). */
  countries?: string[] | undefined;
  /** Ids of directories. */
  directories?: string[] | undefined;
  /** As the directory words them; case and accents do not count. */
  roles?: string[] | undefined;
  /** Offered to writers of every country that the rule allows, whatever country the representative stands for. */
  everywhere: boolean;
  /** The text that letters start with: `letter`, or one of the argument's `letters`. */
  text: string;
}

/** As far as rules look at a representative. */
interface Candidate {
  directory_id: string;
  role: string;
  /** `*` answers for every country. */
  country: string;
}

/** The text of rules that name none, and of campaigns without rules. */
export const plainText = 'letter';

export interface Target {
  text: string;
  everywhere: boolean;
}

/**
 * Finds the first of a campaign's rules by which somebody in `country` may write to a representative. Directories that an
 * `everywhere` rule names are left to the rules that name them: a rule without directories is about all the others.
 * @param rules undefined: whoever answers for the country
 */
export function targetsFor(
  rules: readonly TargetRule[] | undefined,
  country: string,
): (candidate: Candidate) => Target | undefined {
  const isOwn = (candidate: Candidate): boolean => candidate.country === country || candidate.country === '*';
  if (rules === undefined)
    return (candidate) => (isOwn(candidate) ? { text: plainText, everywhere: false } : undefined);
  const named = new Set(everywhereDirectories(rules));
  const open = rules
    .filter(({ countries }) => countries?.includes(country) ?? true)
    .map((rule) => ({ rule, concerns: concernOf(rule) }));
  return (candidate) =>
    open.find(
      ({ rule, concerns }) =>
        (rule.everywhere || isOwn(candidate)) &&
        (rule.directories !== undefined || !named.has(candidate.directory_id)) &&
        concerns(candidate),
    )?.rule;
}

/** Whether a rule is about somebody with this role in this directory. */
export function concernOf({ directories, roles }: TargetRule) {
  const wanted = roles === undefined ? undefined : new Set(roles.map(foldText));
  return ({ directory_id, role }: Pick<Candidate, 'directory_id' | 'role'>): boolean =>
    (directories?.includes(directory_id) ?? true) && (wanted?.has(foldText(role)) ?? true);
}

/** The texts that letters may start with, in the order of the rules. */
export const textsOf = (rules: readonly TargetRule[] | undefined): string[] =>
  rules === undefined ? [plainText] : [...new Set(rules.map(({ text }) => text))];

/** The directories whose representatives are offered whatever country they stand for. */
export const everywhereDirectories = (rules: readonly TargetRule[] | undefined): string[] =>
  (rules ?? []).flatMap(({ everywhere, directories }) => (everywhere ? (directories ?? []) : []));
