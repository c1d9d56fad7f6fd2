/** The page /privacy, in plain words. A sentence that no test proves does not belong here; docs/privacy.md names the tests. */
export const privacy = {
  title: 'Privacy, in plain words',
  lead: 'Signing can be a risk. This page says what this site stores, who can read it, for how long, and what somebody would get who takes it by force.',
  demo: 'This is a demonstration: mails are written to files on this machine instead of being sent, and those files can be read. With a mail server set, nothing of them stays.',

  storedTitle: 'What is stored, and who can read it',
  stored: [
    {
      what: 'Your name, email address, postcode, comment, and whether you want news',
      how: 'Sealed the moment you press the button. This server has no key to them. The campaign’s organizers open them with a key that they keep elsewhere, and you open them with the link in the mail you got.',
    },
    {
      what: 'Your name, country and comment, if you ticked that they may be shown',
      how: 'Shown on the campaign’s page to everybody, but only after you have confirmed. You can hide them again at any time.',
    },
    {
      what: 'Your country, language, the code of the link that brought you here, and the hour',
      how: 'Readable to whoever runs this site, to count signatures by them. They are stored beside a number, not beside a name. Times are rounded down to the hour.',
    },
    {
      what: 'A fingerprint of your address',
      how: 'So that one mailbox signs once. It is made with a secret key that lies outside the database: without it, nobody can test whether an address is in here. The key is destroyed when the campaign is closed for good.',
    },
    {
      what: 'Your letter, if you wrote one',
      how: 'Sealed with a key of its own, which this server opens to send it. Whom you wrote to, and whether it arrived, stays beside a number.',
    },
    {
      what: 'Mails that wait to be sent to you',
      how: 'Sealed with a key of the hour. Once that hour’s mail is sent, mail and key are deleted.',
    },
    {
      what: 'Your network address, cookies, what you read',
      how: 'Not stored by this site. It sets no cookies and loads nothing from anybody else. What stands in front of it, such as a hosting company, may keep records of its own.',
    },
  ],

  keptTitle: 'For how long',
  kept: (days: { unconfirmed: string; letterText: string; afterClose: string }) => [
    `What you do not confirm is deleted after ${days.unconfirmed}.`,
    `The text of a letter is deleted ${days.letterText} after it was written.`,
    `Everything else about you is deleted ${days.afterClose} after the campaign has closed. The number of signatures stays.`,
    'And at once, whenever you delete it yourself. A note without your name or address makes sure that it also goes from a backup that is restored later.',
  ],
  days: (days: string) => `${days} days`,

  takenTitle: 'What would somebody get?',
  taken: [
    {
      who: 'A thief with a copy of the database, or of a backup',
      gets: 'Numbers, countries, hours and link codes, and the names and comments of those who chose to be shown. No other name, no address, no postcode, no comment, no letter. Backups open with an organizer’s key alone.',
    },
    {
      who: 'A thief with everything that lies on the server',
      gets: 'The same, and the mails that wait to be sent with what their links open, the letters of the last weeks with their writers, and a way to ask whether an address that they already know has signed. No list of signers, as long as no organizer’s key lies there.',
    },
    {
      who: 'Somebody who seizes the server while it runs, and keeps it running',
      gets: 'The same, what was typed during the last ten minutes, perhaps traces of what went through its memory a little earlier, and whatever is typed from then on. What was sealed before stays sealed.',
    },
    {
      who: 'A court, or an authority',
      gets: 'What whoever runs this site can hand over: the same as the thief with everything. To open signatures it has to turn to the organizers, who hold the keys.',
    },
    {
      who: 'Your mail provider, and the relays on the way',
      gets: 'The mails that we send you: that you were asked to confirm, and the link that opens what you typed. Delete the mail if that is a risk; keep it if you want to see or change what you typed later.',
    },
    {
      who: 'An organizer whose key is stolen, or who is not what you took them for',
      gets: 'Everything that was sealed to that key. Organizers can take a stolen key out for the future and, with another key, for the past; a copy of the database made before stays open to it.',
    },
  ],

  rightsTitle: 'What you can do',
  rights:
    'You can see, download, hide, withdraw and delete what is held about you, at any time and without asking anybody.',
  rightsLink: 'What do you hold about me?',
  ask: (controller: string, contact: string) => `${controller} decides over the data of this campaign: ${contact}.`,
  complain: 'You can also complain to the data protection authority of your country.',
};
