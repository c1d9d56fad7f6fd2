import { plural } from '../plural.ts';

/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: 'Ihr Name',
  email: 'E-Mail-Adresse',
  country: 'Land',
  chooseCountry: 'Bitte wählen …',
  postcode: 'Postleitzahl',
  comment: 'Warum unterzeichnen Sie?',
  public: 'Öffentlich gezeigt',
  updates: 'Neuigkeiten per E-Mail',
  area: 'Gebiet',
  subject: 'Betreff',
  body: 'Ihr Brief',
  representative: 'Abgeordnete',
  code: 'Sechsstelliger Code',
  optional: '(freiwillig)',
  yes: 'Ja',
  no: 'Nein',
  meant: (address: string) => `Meinten Sie ${address}?`,
  mend: 'Ja, ändern',
  errorSummary: 'Bitte prüfen Sie Ihre Eingaben',
  errorPrefix: 'Fehler:',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: 'Geben Sie den Namen Ihres Servers ein, zum Beispiel social.example.',
  nameMissing: 'Geben Sie Ihren Namen ein.',
  nameTooLong: 'Kürzen Sie Ihren Namen auf höchstens 120 Zeichen.',
  nameControl: 'Geben Sie Ihren Namen in einer Zeile ein, ohne Steuerzeichen.',
  nameUnreadable:
    'Geben Sie Ihren Namen mit mindestens einem Buchstaben ein und ohne Zeichen, die die Schreibrichtung umkehren.',
  nameOfWriter: 'Geben Sie Ihren Namen ohne < > @ ein: Er steht im Brief neben Ihrer Adresse.',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  emailWrong: 'Geben Sie eine E-Mail-Adresse wie name@example.org ein.',
  emailTooLong: 'Geben Sie eine E-Mail-Adresse mit höchstens 254 Zeichen ein.',
  countryMissing: 'Wählen Sie Ihr Land.',
  countryUnknown: 'Wählen Sie ein Land aus der Liste.',
  postcodeTooLong: 'Kürzen Sie die Postleitzahl auf höchstens 20 Zeichen.',
  postcodeMissing: 'Geben Sie Ihre Postleitzahl ein, oder wählen Sie Ihr Gebiet oder einen Namen aus der Liste.',
  postcodeUnknown:
    'Wir kennen diese Postleitzahl nicht. Prüfen Sie sie, oder wählen Sie Ihr Gebiet oder einen Namen aus der Liste.',
  postcodeNobody:
    'Zu dieser Postleitzahl allein kennen wir niemanden, dem Sie schreiben könnten. Wählen Sie ein Gebiet oder einen Namen aus der Liste.',
  commentTooLong: 'Kürzen Sie Ihren Kommentar auf höchstens 1.000 Zeichen.',
  controlCharacters: 'Entfernen Sie die Steuerzeichen aus diesem Text.',
  codeMissing: 'Geben Sie den sechsstelligen Code aus unserer E-Mail ein.',
  codeWrong: 'Prüfen Sie Adresse und Code: Entweder passen sie nicht zusammen, oder der Code ist zu alt.',
  subjectMissing: 'Geben Sie einen Betreff für Ihren Brief ein.',
  subjectTooLong: 'Kürzen Sie den Betreff auf höchstens 200 Zeichen.',
  bodyMissing: 'Schreiben Sie Ihren Brief, bevor Sie ihn absenden.',
  bodyTooLong: 'Kürzen Sie Ihren Brief auf höchstens 20.000 Zeichen.',
  representativeMissing: 'Wählen Sie mindestens eine Person aus, an die der Brief gehen soll.',
  representativeTooMany: (most: number) =>
    plural('de', most, {
      one: 'Wählen Sie nur eine Person aus.',
      other: `Wählen Sie höchstens ${most} Abgeordnete aus.`,
    }),
  representativeUnknown: 'Wählen Sie Abgeordnete aus der Liste; jemand aus Ihrer Auswahl steht nicht mehr darauf.',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    `Mit meiner Unterschrift willige ich ein, dass ${publisher} speichert, was ich hier eingebe, um meine Unterschrift zu bestätigen und zu zählen und um die Petition zu übergeben. Ich kann diese Einwilligung jederzeit widerrufen: mit dem Link in jeder E-Mail oder mit einer Nachricht an ${publisher}.`,
  public: 'Meinen Namen, mein Land und meinen Kommentar öffentlich auf dieser Seite zeigen.',
  updates: (publisher: string) => `${publisher} darf mir per E-Mail schreiben, was aus dieser Kampagne wird.`,
};
