export const problem = {
  status: (status: number) => `Error ${status}`,
  home: 'To all campaigns',
  campaign: 'To the campaign',
};

/** What went wrong and what to do next, by HTTP status and by what happens to links and campaigns. */
export const problems = {
  400: {
    title: 'We could not read that',
    detail: 'What your browser sent was incomplete or garbled. Go back, load the page again and retry.',
  },
  403: {
    title: 'This was sent from another site',
    detail: 'Forms are only accepted from our own pages. Open the campaign here and send the form from there.',
  },
  404: {
    title: 'There is no such page',
    detail: 'The address may be mistyped or the page may have moved. All campaigns are on the front page.',
  },
  405: {
    title: 'That does not work here',
    detail: 'This address answers another kind of request. Open the campaign and use its form.',
  },
  408: {
    title: 'That took too long',
    detail: 'Your request did not arrive whole in time, and nothing was stored. Please send it again.',
  },
  410: {
    title: 'This is gone',
    detail: 'What stood here is over or was removed on purpose. All campaigns are on the front page.',
  },
  413: {
    title: 'That is too long',
    detail: 'What you sent is larger than 64 kB. Shorten your text and send it again.',
  },
  415: {
    title: 'We do not read this format',
    detail: 'Send the form as a browser does, or JSON to the API with the content type application/json.',
  },
  417: {
    title: 'We cannot promise that',
    detail: 'Your program sent an Expect header that we do not know. Send the request without it.',
  },
  421: {
    title: 'You came to the wrong address',
    detail: 'This server does not answer for that host name. Use the address that the campaign gives out.',
  },
  422: {
    title: 'Something is missing or wrong',
    detail: 'Please check what you entered; each field says what to do.',
  },
  429: {
    title: 'That was too often',
    detail:
      'Many forms came from your network in a short time, and nothing of this one was stored. Wait some minutes, go back to what you typed, and send it again.',
  },
  431: {
    title: 'The address or its headers are too long',
    detail: 'Shorten the address, or delete the cookies of this site, and try again.',
  },
  500: {
    title: 'Something broke on our side',
    detail: 'It is not your fault, and nothing was stored by halves. Please try again in a few minutes.',
  },
  501: {
    title: 'We do not write this format',
    detail: 'This address answers in JSON. Ask for format=json, or leave the format out.',
  },
  503: {
    title: 'We are busy',
    detail: 'More people are here than we can serve at once. Please try again in a minute.',
  },
  signedOut: {
    title: 'You are signed out',
    detail: 'Your time was up, or the session was ended elsewhere. Nothing was changed. Sign in and do it again.',
  },
  notYours: {
    title: 'This is not open to you',
    detail: 'Your role does not include it. Whoever is an owner here can change that.',
  },
  tooManyTries: {
    title: 'Too many wrong tries',
    detail:
      'To keep others from guessing, nobody can try again for up to a quarter of an hour. A passkey works meanwhile. Nothing was changed.',
  },
  invitationUnknown: {
    title: 'We do not know this invitation',
    detail:
      'It may have been cut off, or withdrawn, or replaced by a newer one. Copy the whole link, or ask for a new one.',
  },
  invitationOver: {
    title: 'This invitation is over',
    detail:
      'It works once, and for three days. If you have used it, sign in. If it was not you, tell an owner at once: they can reset it.',
  },
  campaignClosed: {
    title: 'This campaign is closed',
    detail: 'It takes no more signatures or letters. You can still read it and see what came of it.',
  },
  signingPaused: {
    title: 'Signing is paused',
    detail:
      'The organizers have paused it for now. Nothing of what you sent was stored: please come back later and sign then. Links in mails that you have already got still work.',
  },
  linkUnknown: {
    title: 'We do not know this link',
    detail: 'It may have been cut off in the mail. Copy the whole address, type the code, or sign again.',
  },
  linkEnded: {
    title: 'This signature is not counted',
    detail:
      'It was withdrawn by its signer, or taken out of the count by the organizers. You can sign again on the campaign’s page.',
  },
  linkInvalidated: {
    title: 'This signature is not counted',
    detail:
      'The organizers took it out of the count. Any link in our mails to “what we hold about you” leads to why, and to whom you can write if it is a mistake.',
  },
  letterLinkUnknown: {
    title: 'We do not know this link',
    detail: 'It may have been cut off in the mail. Copy the whole address from there, up to its last letter.',
  },
  letterGone: {
    title: 'This letter is held here no longer',
    detail:
      'Its writer had it deleted, or the campaign’s time is over. Nothing can be seen or said about it here any more. Whom to ask stands in the mail that brought you here.',
  },
  askedLinkLapsed: {
    title: 'This link has lapsed',
    detail:
      'A link that you asked for works for a week, and not after all of it was deleted. If you still want to see what we hold about you, ask for a new one.',
  },
  linkExpired: {
    title: 'This link leads nowhere any more',
    detail:
      'Either it was not used in time, and nothing was counted or sent; or what it led to has been deleted, as its owner wished. On the campaign’s page you can start again.',
  },
};
