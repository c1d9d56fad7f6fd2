/** The page /privacy, in plain words. A sentence that no test proves does not belong here; docs/privacy.md names the tests. */
export const privacy = {
  title: 'Privacy, in plain words',
  lead: 'Signing can be a risk. This page says what this site stores, who can read it, for how long, and what somebody would get who takes it by force.',
  /** @param keyHere here and below: whether the organizers’ key still lies on this server, or on another of this site */
  short: (keyHere: boolean) => [
    `Who sees my name? The organizers of the campaign, ${keyHere ? 'and whoever controls this server while their key lies on it, but nobody else' : 'and nobody else'}, unless you tick that it may be shown.`,
    'What if the database is stolen? Your name is not in it in any form that the thief can read.',
    'How do I get out? By the link in the mail you got: see, hide, withdraw or delete, at any time, without asking anybody.',
  ],
  demo: 'This is a demonstration: mails are written to files on this machine instead of being sent, and those files can be read. With a mail server set, nothing of them stays.',
  keyOnServer:
    'This site is still being set up: the organizers’ key lies on the same server. Until it is moved away, whoever takes the server can read what is sealed.',

  storedTitle: 'What is stored, and who can read it',
  sealed: (keyHere: boolean) =>
    `“Sealed” below means: locked in such a way that what locks it cannot open it again. Only the organizers’ key opens it, ${keyHere ? 'and for now that key still lies on this server' : 'which they keep away from this server'}.`,
  stored: (keyHere: boolean) => [
    {
      what: 'Your name, email address, postcode, comment, and whether you want news',
      how: `Sealed the moment you press the button. ${keyHere ? 'While the organizers’ key lies on this server, whoever controls the server can open it at any time.' : 'For ten minutes at most, this server could still open what it has just sealed; then it forgets how.'} The organizers can open it, and so can you, with the link in the mail you got.`,
    },
    {
      what: 'Your name, country and comment, if you ticked that they may be shown',
      how: 'Shown on the campaign’s page to everybody, but only after you have confirmed. In the database, name and comment are locked with a key of this server’s. You can hide them again at any time.',
    },
    {
      what: 'Your country, language, the code of the link that brought you here, and the hour',
      how: 'Whoever runs this site can read them, to count signatures by them. They stand beside a number and not beside your name. Times are rounded down to the hour.',
    },
    {
      what: 'A fingerprint of your address',
      how: 'So that one mailbox signs once. It is made with a secret key that lies outside the database: without it, nobody can test whether an address is in here. The key is destroyed when the campaign is closed for good.',
    },
    {
      what: 'Your letter, if you wrote one',
      how: 'Locked with a key of its own, which this server has, to send it. Whom you wrote to, whether it arrived, whether you told us of an answer, and roughly how much of it is the campaign’s template, is kept beside a number; the organizers can put your name to it.',
    },
    {
      what: 'Mails that wait to be sent to you',
      how: 'Locked with a key of this server’s, a new one every ten minutes; when they were written, and are tried next, stands beside them. A mail that has gone out is deleted, and so is the key once all of those ten minutes have. That there was a mail is forgotten after four weeks.',
    },
    {
      what: 'Which signatures came from the same network on the same day, and which addresses have the same mail provider',
      how: 'To find signatures that a machine makes up. It is a tag made with a secret key, beside the number, for two weeks. The key for networks lives in the server’s memory only and is thrown away each day: after that nobody can find out which network it was, we neither. For as long it is noted whether a field was filled in that only machines see.',
    },
    {
      what: 'Your network address, cookies, what you read',
      how: 'Not stored by this site. It sets no cookies and loads nothing from anybody else. What stands in front of it, such as a hosting company, may keep records of its own.',
    },
  ],

  takenTitle: 'What would somebody get?',
  taken: (keyHere: boolean) => [
    {
      who: 'A thief with a copy of the database',
      gets: 'For each number: country, language, hour, the code of a link, whether it was confirmed, withdrawn or taken out of the count, which came from one network on one day during the last two weeks, to whom letters went, and roughly how much of each is the campaign’s template; also which signature and which letters came from the same address, but not from which. No name, no address, no postcode, no comment, no letter.',
    },
    {
      who: 'A thief with a backup',
      gets: 'Nothing, without an organizer’s key.',
    },
    {
      who: 'A thief with everything that lies on the server',
      gets: `What stands in the database, the names and comments of everybody who ticked that they may be shown, and also: the mails that wait to be sent and what their links open, the letters of the last weeks with their writers, and a way to test whether an address that they already know has signed. ${keyHere ? 'And with the organizers’ key, which still lies there, the list of signers and all else that is sealed.' : 'Not the list of signers: the organizers’ key does not lie there.'}`,
    },
    {
      who: 'Somebody who seizes the server while it runs, and keeps it running',
      gets: `All of that, and what was typed during the last ten minutes, perhaps traces of what went through its memory a little earlier, and whatever is typed from then on. ${keyHere ? 'And with the organizers’ key, which still lies there, all that was sealed before.' : 'What was sealed before stays sealed.'}`,
    },
    {
      who: 'A court, or an authority',
      gets: `From whoever runs this site: what lies on the server, as above. ${keyHere ? 'For now that includes the organizers’ key, which opens the signatures.' : 'To open signatures it has to turn to the organizers, who hold the key.'}`,
    },
    {
      who: 'Your mail provider',
      gets: 'The mails that we send you: that you were asked to confirm, and the link that opens what you typed. Delete the mail if that is a risk to you; keep it if you want to see or withdraw what you typed later.',
    },
    {
      who: 'Whoever runs the name server that this server asks',
      gets: 'That a mail leaves for a domain: what follows the @ in your address, and nothing before it. Whoever runs this site can switch that off.',
    },
    {
      who: 'Somebody with an organizer’s key, stolen or lent',
      gets: 'Together with a copy of the database: everything that was sealed for that organizer. The other organizers can shut the key out of what is stored here, but not out of a copy that was made before.',
    },
  ],

  keptTitle: 'For how long',
  kept: (days: { unconfirmed: string; letterText: string; afterClose: string }) => [
    `What you do not confirm is deleted after ${days.unconfirmed}, also where the organizers have taken it out of the count before.`,
    'From which network and mail provider signatures came together is forgotten after two weeks.',
    `The text of a letter is deleted ${days.letterText} after it was written.`,
    `Everything else about you is deleted ${days.afterClose} after the campaign has closed. The number of signatures stays.`,
    'Whatever you delete yourself is deleted at once. We keep a note, without your name or address, by which it is deleted again should a backup ever be restored.',
  ],
  /** @param number what `days` shows, for plurals */
  days: (days: string, _number: number) => `${days} days`,

  rightsTitle: 'What you can do',
  rights:
    'You can see, download, hide, withdraw and delete what is held about you, by the link in the mail you got. Without that mail, ask for a new link, unless the campaign was closed for good.',
  rightsLink: 'What do you hold about me?',
  ask: (controller: string) => `${controller} decides over the data of this campaign:`,
  complain: 'You can also complain to the data protection authority of your country.',
};
