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

/** The page for whoever got a letter. */
export const why = {
  title: 'Why you got this letter',
  lead: (name: string, campaign: string) =>
    `Where letters of the campaign “${campaign}” to ${name} and their office come from.`,
  chosenTitle: 'Somebody chose to write to you',
  chosen:
    'A person looked you up, wrote or changed the letter, put their name under it and proved that the address in it is theirs, by a link that we mailed there. We sent the letter for them. A reply to it goes straight to that person, not to us.',
  directoryTitle: 'How you were found',
  directory: (title: string) => `Your address is listed in the directory “${title}”.`,
  source: (source: string) => `Its source: ${source}.`,
  asOf: (day: string) => `It shows how things stood on ${day}.`,
  campaignTitle: 'Who stands behind it',
  campaign: (publisher: string) => `${publisher} publishes the campaign:`,
  countTitle: 'How many have written to you',
  count: (count: number, number: string) =>
    count === 1
      ? 'One person has written to you through this campaign, with an address that was proved.'
      : `${number} people have written to you through this campaign, each with an address that was proved.`,
  paced:
    'Letters are not poured out at once: each goes out by itself, in the hours that offices keep, and only so many an hour and a day.',
  correctTitle: 'Is something wrong?',
  correct: (publisher: string) =>
    `If you hold this office no longer, if this is the wrong address or anything else is wrong, write to ${publisher}:`,
  pauseTitle: 'Ask for a pause',
  pauseLead:
    'If letters come faster than your office can read them, ask for a pause. The organizers decide; writers can still write to you directly. One click cannot end it: those who write are mostly people whom you represent.',
  pauseButton: 'Ask for a pause',
  again: 'Ask once more',
  open: (day: string) =>
    `A pause was asked for on ${day}. The organizers decide, and until then letters go on; writers can still write to you directly.`,
  declined: (day: string) =>
    `A pause was asked for, and on ${day} the organizers declined it. Write to them to learn why, or ask once more.`,
  paused: (day: string) =>
    `Since ${day} this site sends you no letters, until the organizers end the pause. Writers can still write to you directly.`,
};
