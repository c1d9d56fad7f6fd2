export const mailbox = {
  title: 'Demo-Postfach',
  lead: 'Es ist kein Mailserver eingerichtet. Deshalb werden E-Mails in Dateien geschrieben und hier gezeigt, nur auf diesem Rechner. Mit SMTP_URL gehen sie wirklich hinaus, und diese Seite verschwindet.',
  none: 'Noch keine E-Mail. Unterzeichnen Sie eine Petition, dann kommt die Bitte um Bestätigung hier an.',
  to: 'An',
};

export const mail = {
  back: 'Alle E-Mails',
  demo: 'Dies ist das Demo-Postfach: Diese E-Mail hat diesen Rechner nicht verlassen.',
  from: 'Von',
  to: 'An',
  replyTo: 'Antwort an',
  date: 'Zeit (UTC)',
  noSubject: '(kein Betreff)',
  html: 'HTML-Fassung zeigen (neuer Tab)',
  headers: 'Alle Kopfzeilen',
};
