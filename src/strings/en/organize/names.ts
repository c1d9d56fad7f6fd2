/** Where organizers look after public names and comments. */
export const names = {
  title: 'Names and comments',
  lead: {
    after:
      'Everybody here has confirmed their signature, and ticked that their name, country and comment may be shown. They are on the page at once; hide what should not be there.',
    before:
      'Everybody here has confirmed their signature, and ticked that their name, country and comment may be shown. None of it is on the page before you approve it.',
  },
  modeLink: 'Change that',
  queues: 'Which names',
  /** For an organizer, and not for their signers' confirmation. */
  waiting: { after: 'On the page, not looked at yet', before: 'Waiting for your approval' },
  queue: { approved: 'Approved', hidden: 'Hidden' },
  /** Lengths are counted up to a hundred. */
  more: (count: number) => `${count}+`,
  none: {
    waiting: 'There is nothing here that you have not looked at.',
    approved: 'Nothing is approved.',
    hidden: 'Nothing is hidden.',
  },
  noneFurther: 'Nothing more stands here.',
  first: 'To the newest',
  next: 'Older ones',
  approve: 'Approve',
  hide: 'Hide',
  approveTicked: 'Approve ticked',
  hideTicked: 'Hide ticked',
  approveAll: (count: number) => (count === 1 ? 'Approve the one on this page' : `Approve all ${count} on this page`),
  tickAll: 'Tick all on this page',
  done: {
    approved: (count: number) => `${count} approved.`,
    hidden: (count: number) => `${count} hidden.`,
  },
  left: (count: number) =>
    count === 1
      ? 'One was left alone: its signer has changed it, or somebody else has decided on it, since you loaded the page.'
      : `${count} were left alone: their signers have changed them, or somebody else has decided on them, since you loaded the page.`,
  keys: 'Use keys',
  keysHelp:
    'While a name has the focus: J or ↓ goes to the next, K or ↑ to the one before, A approves, H hides, the space bar ticks.',
  errors: {
    noneTicked: 'Tick at least one name.',
    garbled: 'Some of what was sent could not be read. Load the page again and decide anew.',
  },
};
