/** About languages themselves: the way to the others, and what is said where a campaign does not speak one. */
export const languages = {
  /** Names the links to the same page in other languages. */
  choose: 'Languages',
  /** @param language its name, in this language */
  textIn: (language: string) =>
    `The text of this campaign has not been translated yet. You read and sign it in ${language}.`,
  letterIn: (language: string) =>
    `The letter that you start from is in ${language}. Write yours in a language that your representatives read.`,
};
