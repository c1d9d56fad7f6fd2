import { plural } from '../plural.ts';

export const layout = {
  siteName: 'Kampagnen',
  skip: 'Zum Inhalt springen',
  allCampaigns: 'Alle Kampagnen',
  mailbox: 'Demo-Postfach',
  publishedBy: 'Veröffentlicht von',
  contact: 'Kontakt',
  address: 'Anschrift',
  dataController: 'Verantwortlicher für personenbezogene Daten',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  yourData: 'Was haben Sie über mich gespeichert?',
  noTracking: 'Diese Website setzt keine Tracking-Cookies und lädt nichts von Dritten.',
};

export const home = {
  title: 'Kampagnen',
  description: 'Petitionen zum Unterzeichnen und Briefe zum Schreiben.',
  none: 'Hier gibt es noch keine Kampagne.',
  closed: 'Beendet',
};

export const campaign = {
  kicker: 'Petition',
  kickerClosed: 'Petition, beendet',
  petition: 'Was Sie unterzeichnen',
  petitionClosed: 'Was unterzeichnet wurde',
  to: (addressee: string) => `Gerichtet an: ${addressee}`,
  askChanged: (days: string) =>
    `Dieser Text wurde am ${days} geändert. Jede Unterschrift bleibt an die Worte gebunden, die beim Unterzeichnen zu sehen waren.`,
  argument: 'Worum es geht',
  backToText: (note: number) => `Zurück zu Anmerkung ${note} im Text`,
  argumentMissing: 'Der Text zu dieser Petition ist noch nicht veröffentlicht.',
  closesOn: (day: string) => `Unterzeichnen können Sie bis zum ${day}`,
  signBar: 'Petition unterzeichnen',
  recent: 'Zuletzt unterzeichnet',
  lettersTitle: 'Schreiben Sie Ihren Abgeordneten',
  lettersText:
    'Eine Unterschrift wird gezählt. Ein Brief wird gelesen. Wählen Sie Ihr Land, um zu sehen, wer Sie vertritt.',
  lettersButton: 'Abgeordnete finden',
  outcome: 'Was daraus wurde',
  handedOver: (count: string, day: string) => `${count} Unterschriften wurden am ${day} übergeben.`,
  handedOverOn: (day: string) => `Die Unterschriften wurden am ${day} übergeben.`,
  handedOverCount: (count: string) => `${count} Unterschriften wurden übergeben.`,
  notHandedOver: 'Die Unterschriften wurden noch nicht übergeben.',
  answer: 'Die Antwort',
  noAnswer: 'Es ist noch keine Antwort eingegangen.',
  closedNote: 'Diese Petition ist beendet: Sie kann nicht mehr unterzeichnet werden.',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: (count: number) =>
    plural('de', count, { one: 'Person hat unterzeichnet', other: 'Personen haben unterzeichnet' }),
  goal: (goal: string) => `Nächstes Ziel: ${goal}`,
  reached: (goal: string) => `Das Ziel von ${goal} ist erreicht`,
  first: 'Machen Sie den Anfang.',
  meter: 'Unterschriften auf dem Weg zum nächsten Ziel',
};

export const sign = {
  title: 'Diese Petition unterzeichnen',
  pausedTitle: 'Das Unterzeichnen ist unterbrochen',
  paused:
    'Das Organisationsteam hat das Unterzeichnen vorerst unterbrochen. Bitte kommen Sie später wieder. Wenn Sie schon unterzeichnet haben, gelten der Link und der Code in Ihrer E-Mail weiter, und Ihre Unterschrift zählt.',
  readText: 'Lesen Sie genau, was Sie unterzeichnen',
  emailHint: 'Dorthin senden wir einen Link, um zu bestätigen, dass Sie es sind.',
  commentHint: 'Wird nur gezeigt, wenn Sie unten das Kästchen ankreuzen.',
  button: 'Petition unterzeichnen',
  working: 'Einen Moment: Ihr Browser rechnet kurz, damit Roboter draußen bleiben. Sie müssen nichts tun.',
  leaveEmpty: 'Dieses Feld leer lassen',
  stored: (publisher: string) =>
    `Was Sie eingeben, wird sofort versiegelt: Der Server von ${publisher} hat keinen Schlüssel dazu, nur das Organisationsteam dieser Kampagne hat ihn. Nichts über Sie wird öffentlich gezeigt, es sei denn, Sie kreuzen oben das Kästchen an.`,
  storedWithKey:
    'Was Sie eingeben, wird sofort versiegelt. Diese Website wird noch eingerichtet, und der Schlüssel, der es öffnet, liegt noch auf demselben Server. Nichts über Sie wird öffentlich gezeigt, es sei denn, Sie kreuzen oben das Kästchen an.',
  privacy: 'Datenschutz in klaren Worten',
};

export const checkYourMail = {
  title: 'Sehen Sie in Ihr Postfach',
  lead: 'Ein Schritt fehlt noch: Eine E-Mail ist unterwegs zu Ihnen. Öffnen Sie den Link darin, oder geben Sie unten den Code ein.',
  mistyped:
    'Stimmt Ihre Adresse? Was Sie nach dem @ eingegeben haben, sieht nach einem Tippfehler aus, etwa gmial.com für gmail.com. Wenn sie stimmt, ist alles gut. Wenn nicht, erreicht Sie unsere Mail nicht: Füllen Sie das Formular noch einmal aus.',
  noMail: 'Nach fünf Minuten noch keine E-Mail?',
  spam: 'Sehen Sie im Spam- oder Junk-Ordner nach.',
  again:
    'Wenn die Adresse einen Tippfehler hatte, füllen Sie das Formular mit der richtigen noch einmal aus. Nichts Unbestätigtes wird je gezählt oder gesendet. An eine Adresse gehen höchstens drei E-Mails am Tag.',
  signAgain: 'Zurück zur Kampagne',
  mailboxLead: 'Dies ist eine Vorführung: E-Mails werden nicht wirklich gesendet, sondern hier aufbewahrt.',
  mailboxLink: 'Das Demo-Postfach öffnen',
  codeTitle: 'Stattdessen den Code eingeben',
  codeLead: 'Wenn Sie lieber keinen Link öffnen, geben Sie den Code ein, der in der E-Mail steht.',
  codeHint: 'Sechs Ziffern, aus unserer E-Mail.',
  codeButton: 'Bestätigen',
};

export const signed = {
  title: 'Danke. Ihre Unterschrift zählt.',
  lead: (title: string) => `Sie haben Ihre Unterschrift unter „${title}“ bestätigt`,
  lettersTitle: 'Schreiben Sie jetzt Ihren Abgeordneten',
  lettersText: 'Es dauert fünf Minuten, und ein Brief in eigenen Worten wiegt mehr als ein Name auf einer Liste.',
  lettersButton: 'Einen Brief schreiben',
  back: 'Zurück zur Kampagne',
};

export const confirm = {
  signature: {
    pending: 'Bestätigen Sie Ihre Unterschrift',
    pendingLead:
      'Bitte prüfen Sie, ob es das ist, was Sie wollten. Ihre Unterschrift zählt, sobald Sie auf den Knopf drücken.',
    button: 'Meine Unterschrift bestätigen',
    done: 'Ihre Unterschrift ist schon bestätigt',
    doneLead: 'Sie ist gezählt; Sie müssen nichts mehr tun.',
  },
  letter: {
    pending: 'Bestätigen Sie Ihren Brief',
    pendingLead:
      'Bitte prüfen Sie, ob es das ist, was Sie wollten. Ihr Brief wird gesendet, sobald Sie auf den Knopf drücken.',
    button: 'Meinen Brief bestätigen und senden',
    done: 'Ihr Brief ist schon bestätigt',
    doneLead: 'Er wurde gesendet oder wird gleich gesendet; Sie müssen nichts mehr tun.',
    sendLead: 'Was wir mailen, wurde gesendet oder wird gleich gesendet. Einen Teil senden Sie selbst.',
    send: 'Wie Sie ihn senden',
  },
  petition: 'Kampagne',
  notYou: 'Sie wissen nichts davon? Schließen Sie diese Seite: Ohne den Knopf geschieht nichts.',
  back: 'Zur Kampagne',
};
