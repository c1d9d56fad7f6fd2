/** Links on pages, to pass a campaign on. */
export const share = {
  title: 'Tell others',
  device: 'Share …',
  email: 'Email',
  mailBody: (title: string, url: string) => `This campaign may matter to you as it does to me:\n\n${title}\n${url}\n`,
  /** Names of places, as they call themselves. */
  places: {
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    line: 'LINE',
    mastodon: 'Mastodon',
    bluesky: 'Bluesky',
    x: 'X',
    facebook: 'Facebook',
  },
  newTab: 'Each opens in a new tab. They learn of you only if you follow the link.',
  link: 'Or copy this address',
  linkHint: 'For Signal, and wherever else you talk to people.',
  copy: 'Copy the address',
  copied: 'The address is copied.',
  more: 'Poster, QR code, and the form for your own site',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: 'Spread the word',
  lead: (title: string) => `What you can do so that others hear of “${title}”`,
  qrTitle: 'QR code and poster',
  qrLead:
    'For a noticeboard, a shop window or the last slide of a talk: whoever points a phone at it finds the campaign.',
  qrLabel: 'QR code that leads to the campaign',
  poster: 'A poster to print, A4',
  posterLead: 'Print it on A4, or save it as a PDF.',
  posterCall: 'Read it. Sign it.',
  posterRead: 'Read what came of it.',
  print: 'Print',
  embedTitle: 'On your own site',
  embedLead:
    'These lines show the form and the count on a page of yours. They set no cookies and store nothing with your readers; the form opens its next step in a new tab.',
  embedCode: 'Lines to copy',
  embedScript: 'The script makes the frame as high as what it shows. Without it, the frame scrolls.',
  embedSee: 'See what it looks like',
  oembed: 'Where a site knows oEmbed, as WordPress does, it is enough to paste the campaign’s address.',
  feedTitle: 'Milestones',
  feedLead:
    'A feed for your news reader tells when a goal is reached, the signatures are handed over, or an answer comes.',
  feed: 'Feed of this campaign (Atom)',
  back: 'Back to the campaign',
  mastodonTitle: 'Share on Mastodon',
  mastodonLead: 'Mastodon has many servers. Which is yours? We neither store nor pass on what you type.',
  server: 'Your server',
  serverHint: 'Such as social.example; your whole handle does as well.',
  serverButton: 'Go on',
  serverOpen: (server: string) => `Write the post on ${server}`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `${goal} people have signed`,
  titles: {
    opened: 'The campaign has begun',
    'text-changed': 'The petition’s text was changed',
    'handed-over': 'The signatures were handed over',
    answered: 'An answer has come',
  },
};
