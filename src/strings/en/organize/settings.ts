/** Where organizers pause, close and steer a campaign while it runs. */
export const settings = {
  title: 'Settings',
  lead: 'What you say here holds at once and wins over campaign.yaml, until you take it back. Each change is noted in the log.',
  inFile: (value: string) => `campaign.yaml says: ${value}`,
  changed: (value: string, by: string, at: string) => `Since ${at} (UTC) by ${by}: ${value}`,
  takeBack: 'Take campaign.yaml’s word again',
  unreadable:
    'What was said here last cannot be read any more, so campaign.yaml counts. Set it anew, or take campaign.yaml’s word again.',
  signing: {
    title: 'Signing',
    open: 'People can sign.',
    paused: (by: string, at: string) => `Paused since ${at} (UTC) by ${by}.`,
    pauseLead:
      'While it is paused, the page says so in place of the form, and nothing that is sent is stored. Links that are in mails still confirm. Letters go on.',
    pause: 'Pause signing',
    resume: 'Let people sign again',
  },
  letters: {
    title: 'Letters',
    going: 'Letters leave at their pace.',
    paused: (since: string) => `Held back since ${since} (UTC).`,
    pauseLead:
      'While they are held back, people can write and confirm letters; none leaves and none is lost. npx campaign letters pause does the same.',
    pause: 'Hold back letters',
    resume: 'Let letters go on',
    off: 'This campaign has no letters.',
  },
  closing: {
    title: 'Last day and closing',
    openUntil: (day: string) => `Open until ${day}, midnight UTC.`,
    openEnd: 'Open, without a last day.',
    byHand: (by: string, at: string) => `Closed since ${at} (UTC) by ${by}. You can open it again.`,
    lastDay: (day: string) => `Closed: its last day was ${day}. Set a later one to open it again.`,
    outcome: 'Closed: campaign.yaml says what came of it, and as long as it does, nothing here opens it again.',
    forGood: 'Closed for good by npx campaign close. Nothing opens it again.',
    over: 'Over: everything about its signers and writers was deleted, and the count stays. Nothing opens it again, or who signed could be counted twice.',
    damaged:
      'Whether somebody has closed it by hand cannot be read any more. Until you say so anew, nothing is deleted at its end.',
    mend: 'It was not closed by hand',
    deleted: (day: string) =>
      `On ${day} or within the week after, everything about signers and writers is deleted, as retention.daysAfterClose says. Export before.`,
    day: 'Last day',
    dayHint: 'People can sign until midnight UTC. Today or later; to close at once, use the button below.',
    set: 'Set the last day',
    noLastDay: 'Let it be open without a last day',
    none: 'no last day',
    close: 'Close now …',
    reopen: 'Open it again',
  },
  close: {
    title: 'Close this campaign?',
    points: (days: number, day: string) => [
      'From now on it takes no more signatures and letters. Its page stays, and says that it is closed.',
      'Whoever has not confirmed yet cannot any more and will not be counted. Letters that were confirmed still leave.',
      `After ${days} days, about ${day}, everything about signers and writers is deleted. Export before.`,
      'You can open it again on the settings page until then. That stops the deletion too.',
    ],
    forGood:
      'This is not the end for good: that is npx campaign close, on the server, which also destroys the key that recognises addresses.',
    button: 'Close it now',
    back: 'Leave it open',
  },
  goals: {
    title: 'Goals',
    label: 'Numbers of signatures',
    hint: 'Rising, with commas between them, such as 100, 1000, 10000. The page shows the next one that is not reached.',
    set: 'Set the goals',
  },
  moderation: {
    title: 'Names and comments',
    after: 'Shown at once; organizers can hide them',
    before: 'Shown once an organizer has approved them',
    label: 'When they appear on the page',
    set: 'Set this',
    lead: 'Takes effect on the page at once: with approval first, names that still wait disappear from it.',
  },
  done: {
    signing: { open: 'People can sign.', paused: 'Signing is paused.' },
    letters: { going: 'Letters go on.', paused: 'Letters are held back.', off: 'This campaign has no letters.' },
    closing: { open: 'The campaign is open.', closed: 'The campaign is closed.' },
    goals: (goals: string) => `The goals are ${goals}.`,
    moderation: { before: 'Names are shown once they are approved.', after: 'Names are shown at once.' },
  },
  errors: {
    dayMissing: 'Enter the last day.',
    dayWrong: 'Enter the last day as year, month and day, such as 2030-12-31.',
    dayPast: 'Enter today or a later day. To close at once, use “Close now”.',
    goalsMissing: 'Enter at least one number.',
    goalsWrong: 'Enter whole numbers above zero with commas between them, such as 100, 1000, 10000.',
    goalsFall: 'Enter the numbers in rising order, each once.',
    goalsMany: 'Enter 50 numbers or fewer.',
    moderationMissing: 'Choose when names are shown.',
    ended:
      'The campaign is closed for good, or everything about its people was deleted; that cannot be changed any more.',
  },
};
