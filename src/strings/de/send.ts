import { plural } from '../plural.ts';

/** The page of a writer who takes a letter to its representatives themselves. */
export const sendYourself = {
  title: 'Senden Sie Ihren Brief selbst',
  mailed: (count: number) =>
    plural('de', count, {
      one: 'Eine Person bekommt ihn per E-Mail von uns.',
      other: `${count} Abgeordnete bekommen ihn per E-Mail von uns.`,
    }),
  left: (count: number) =>
    plural('de', count, {
      one: 'Jetzt bleibt eine Person, die Sie selbst erreichen: Es dauert einige Minuten, und hier ist alles, was Sie brauchen.',
      other: `Jetzt bleiben ${count} Abgeordnete, die Sie selbst erreichen: Es dauert je einige Minuten, und hier ist alles, was Sie brauchen.`,
    }),
  allDone: 'Für Sie gibt es nichts mehr zu senden. Danke.',
  sealed:
    'Dieser Link öffnet Ihren Brief nicht: Sein Text steht in der Kopie, die wir Ihnen gemailt haben, und hier mit dem Link in der E-Mail, die Sie um Bestätigung dieses Briefs bat.',
  textGone: 'Der Text wurde nach Ablauf der Tage, die wir ihn behalten, gelöscht; in Ihrem Postfach ist eine Kopie.',

  states: {
    waiting: 'Noch nicht gesendet.',
    'mail-failed': 'Unsere E-Mail kam dort nicht an. So erreichen Sie diese Person stattdessen.',
    sent: (when: string) => `Sie haben uns gesagt, dass Sie ihn gesendet haben: ${when}.`,
  },
  leftOffice: 'Diese Person ist nicht mehr im Amt, also gibt es nichts zu senden.',
  another: (way: string) => `Oder ${way}`,
  ways: { form: 'über das Kontaktformular', phone: 'per Telefon', post: 'per Post' },

  form: {
    title: 'Über das Kontaktformular',
    copyLead:
      'Kopieren Sie Ihren Brief. Ohne den Knopf: Klicken Sie in den Text, wählen Sie alles aus, und kopieren Sie es.',
    subject: (name: string) => `Betreff Ihres Briefs an ${name}`,
    body: (name: string) => `Ihr Brief an ${name}`,
    copySubject: 'Betreff kopieren',
    copyBody: 'Brief kopieren',
    copied: 'Kopiert.',
    openLead:
      'Öffnen Sie das Formular, fügen Sie den Brief ein, und senden Sie es dort ab. Es fragt vielleicht nach Ihrer Anschrift.',
    open: 'Das Kontaktformular öffnen (in einem neuen Tab)',
  },
  phone: {
    title: 'Per Telefon',
    call: (number: string) => `${number} anrufen`,
    lead: 'Eine Minute genügt. Meist meldet sich jemand aus dem Büro und notiert Ihr Anliegen. Sagen Sie es in Ihren eigenen Worten oder so:',
    hello: (name: string, place: string) => `Guten Tag, mein Name ist ${name}. Ich wohne in … (Ihr Ort), ${place}.`,
    about: (representative: string, subject: string) =>
      `Ich rufe an, weil ich eine Bitte an ${representative} habe. Es geht um „${subject}“.`,
    ask: (representative: string) =>
      `Würden Sie das bitte weitergeben und mir sagen, was ${representative} davon hält?`,
    reply: (email: string) => `Eine Antwort erreicht mich unter ${email}. Vielen Dank.`,
    nobody: 'Wenn sich niemand meldet',
    nobodyLead:
      'Meldet sich ein Anrufbeantworter? Sagen Sie dasselbe, langsam, mit Ihrer Postleitzahl und Ihrer Telefonnummer. Klingelt es vergeblich? Am besten geht es werktags zwischen 10 und 16 Uhr; versuchen Sie es an einem anderen Tag noch einmal.',
  },
  post: {
    title: 'Per Post',
    lead: 'Drucken Sie ihn, unterschreiben Sie ihn, und senden Sie ihn an:',
    print: 'Den Brief zum Drucken öffnen',
  },

  didYou: 'Haben Sie ihn gesendet?',
  sent: (name: string) => `Ja, ich habe ihn an ${name} gesendet`,
  notSent: (name: string) => `Nein, ich habe ihn noch nicht an ${name} gesendet`,
  sign: 'Auch die Petition unterzeichnen',
  back: 'Zurück zur Kampagne',
  data: 'Was wir über Sie gespeichert haben',
};

/** The letter on paper. */
export const letterPrint = {
  title: 'Drucken Sie Ihren Brief',
  lead: 'Drucken Sie ihn in Originalgröße (100 %), ohne die Kopf- und Fußzeilen des Browsers. Falten Sie ihn in Drittel: Dann steht die Anschrift im Fenster eines üblichen Umschlags.',
  typed:
    'Ergänzen Sie Ihre Straße und Ihren Ort, damit man Ihnen per Post antworten kann. Was Sie hier eingeben, bleibt in Ihrem Browser.',
  street: 'Ihre Straße und Hausnummer',
  town: 'Ihre Postleitzahl und Ihr Ort',
  print: 'Drucken',
  back: 'Zurück zum Versand',
  signature: 'Platz für Ihre Unterschrift',
};
