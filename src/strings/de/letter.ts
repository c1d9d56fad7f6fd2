import { plural } from '../plural.ts';

export const letter = {
  title: 'Schreiben Sie Ihren Abgeordneten',
  description:
    'Finden Sie, wer Sie vertritt, schreiben Sie in eigenen Worten, und sehen Sie genau, was gesendet werden wird.',
  steps: (most: number) =>
    plural('de', most, {
      one: 'Wählen Sie eine Person aus. Hat sie eine E-Mail-Adresse, bekommt sie eine E-Mail von uns, mit Ihrer Adresse für die Antwort; sonst erreichen Sie sie selbst, mit unserer Hilfe.',
      other: `Wählen Sie bis zu ${most} Abgeordnete aus. Wer eine E-Mail-Adresse hat, bekommt von uns eine eigene E-Mail, mit Ihrer Adresse für die Antwort; alle anderen erreichen Sie selbst, mit unserer Hilfe.`,
    }),
  verifyFirst: 'Nichts wird gesendet, bevor Sie Ihre eigene Adresse bestätigt haben.',
  where: 'Wo wohnen Sie?',
  find: 'Abgeordnete finden',
  change: 'Abgeordnete zeigen',
  byPostcode: 'Finden Sie mit Ihrer Postleitzahl, wer Sie vertritt',
  postcodePrivate: 'Wir schlagen damit Ihr Gebiet nach und behalten sie nicht.',
  findAreas: 'Nachschlagen',
  postcodeSource: (source: string) => `Postleitzahlen: ${source.replace(/\.$/, '')}.`,
  orChoose: 'Oder wählen Sie',
  search: 'Name, Gebiet oder Partei',
  more: 'Jemand anders: Name, Gebiet oder Partei',
  findMore: 'Weitere finden',
  within: (areas: string[]) =>
    areas.length === 1
      ? `Gebiet: ${areas.join()}.`
      : `Mehrere Gebiete passen: ${areas.join('; ')}. Wählen Sie aus, wer Sie vertritt.`,
  rest: (count: string) =>
    `${count} weitere passen. Um sie zu sehen, wählen Sie ein Gebiet, oder suchen Sie nach Name, Gebiet oder Partei.`,
  nobodyFits: 'Niemand passt. Versuchen Sie eine andere Schreibweise, einen Teil des Namens oder alle Gebiete.',
  others: 'Sie können auch anderen schreiben, mit einem anderen Brief',
  writeToThese: (titles: string[], count: string) => `Diesen schreiben: ${titles.join(', ')} (${count})`,
  allAreas: 'Alle Gebiete',
  who: 'Wem Sie schreiben',
  none: (country: string) =>
    `Für ${country} kennen wir noch keine Abgeordneten. Wählen Sie ein anderes Land, oder unterzeichnen Sie die Petition.`,
  source: (source: string) => `Quelle: ${source}.`,
  asOf: (day: string) => `Stand: ${day}.`,
  show: (count: string) => `${count} Abgeordnete zeigen`,
  paused: 'Der Versand von E-Mails ist bis auf Weiteres unterbrochen.',
  channels: {
    email: 'per E-Mail von uns',
    form: 'über das Kontaktformular, das Sie selbst absenden',
    phone: 'per Telefon: Wir geben Ihnen die Worte',
    post: 'per Post: Sie drucken den Brief',
    none: 'Es ist kein Weg bekannt, diese Person zu erreichen.',
  },
  you: 'Über Sie',
  emailHint: 'Abgeordnete sehen sie und antworten dorthin.',
  postcodeHint:
    'Viele Abgeordnete antworten nur Menschen aus ihrem eigenen Gebiet. Die Postleitzahl steht unter Ihrem Brief.',
  yourLetter: 'Ihr Brief',
  placeholders:
    'Lassen Sie {{ representative }} und {{ name }} stehen, wie sie sind: In jedem Brief stehen dann die richtigen Namen.',
  preview: 'Vorschau',
  send: 'Zur Bestätigung absenden',
  stored: (publisher: string) =>
    `Ihr Brief geht an die Abgeordneten, die Sie ausgewählt haben, und als Kopie an Sie. Auf dem Server von ${publisher} ist er versiegelt, mit allem, was Sie sonst eingeben; Ihren Namen und Ihre Adresse kann das Organisationsteam öffnen. Der Text des Briefs wird nach einigen Wochen gelöscht.`,
  privacy: 'Datenschutz in klaren Worten',
};

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: 'Wie viel davon von Ihnen ist',
  meter: 'Ihre eigenen Worte',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return 'Alles steht in Ihren eigenen Worten. Das gibt einem Brief Gewicht.';
    if (tenths < 5) return 'Das meiste steht in Ihren eigenen Worten. Das gibt einem Brief Gewicht.';
    return `${templatesPart(tenths)} Ein eigener Absatz gibt dem Brief Gewicht.`;
  },
  ask: 'Ein eigener Absatz genügt. Zum Beispiel:',
  questions: [
    'Was haben Sie selbst erlebt, oder jemand, den Sie kennen?',
    'Warum ist es dort wichtig, wo Sie leben?',
    'Was sollen Ihre Abgeordneten tun?',
  ],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return 'Jedes Wort stammt aus der Vorlage.';
  if (tenths === 5) return 'Etwa die Hälfte der Wörter stammt aus der Vorlage.';
  return `Etwa ${{ 6: 'sechs', 7: 'sieben', 8: 'acht', 9: 'neun' }[tenths] ?? tenths} von zehn Wörtern stammen aus der Vorlage.`;
}

export const letterPreview = {
  title: 'Das wird gesendet',
  lead: (mails: number, others: number) =>
    [
      mails > 0 &&
        plural('de', mails, {
          one: 'Eine E-Mail, genau so, wie sie hier steht.',
          other: `${mails} E-Mails, genau so, wie sie hier stehen.`,
        }),
      others > 0 &&
        plural('de', others, {
          one: 'Ein Brief, den Sie selbst überbringen: Sobald er bestätigt ist, zeigen wir Ihnen, wie.',
          other: `${others} Briefe, die Sie selbst überbringen: Sobald sie bestätigt sind, zeigen wir Ihnen, wie.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
  verifyFirst: 'Nichts wird gesendet, bevor Sie Ihre eigene Adresse bestätigt haben.',
  from: 'Von',
  replyTo: 'Antwort an',
  to: 'An',
  way: 'Weg',
  subject: 'Betreff',
  send: 'Zur Bestätigung absenden',
  edit: 'Ändern',
};

export const letterSent = {
  title: 'Danke. Ihr Brief ist unterwegs.',
  lead: 'Ihre Adresse ist bestätigt. Alle Abgeordneten, die eine E-Mail-Adresse haben, bekommen eine eigene E-Mail, zu ihren Bürozeiten und immer nur einige auf einmal; Sie bekommen sofort eine Kopie. Wenn Sie jemanden selbst erreichen oder hier schon früher angeschrieben haben, steht das in der Kopie.',
  reply: 'Antworten kommen direkt in Ihr eigenes Postfach; das kann einige Wochen dauern.',
  sign: 'Auch die Petition unterzeichnen',
  back: 'Zurück zur Kampagne',
};
