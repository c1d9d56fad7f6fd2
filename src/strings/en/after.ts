/** The pages that the mail `did-they-answer` leads to. */
export const answered = {
  title: (name: string) => `Has ${name} answered?`,
  lead: {
    yes: (name: string) => `Press the button to tell us that ${name} has answered your letter.`,
    no: (name: string) => `Press the button to tell us that ${name} has not answered your letter.`,
  },
  acknowledgement: 'An automatic acknowledgement is not an answer.',
  button: { yes: 'Yes, there was an answer', no: 'No answer yet' },
  instead: { yes: 'Or say that there was an answer', no: 'Or say that there was none yet' },
  stored: 'The organizers see how many answered and who did not. What they wrote stays between you.',
  thanksTitle: 'Thank you',
  thanks: {
    yes: (name: string) => `You told us that ${name} has answered your letter.`,
    no: (name: string) => `You told us that ${name} has not answered your letter yet.`,
  },
  nothingYet: 'You have not told us yet.',
  change: { yes: 'There was an answer after all', no: 'There was no answer after all' },
  later: 'You can change this at any time, by the same links in our mail.',
  back: 'To the campaign',
};
