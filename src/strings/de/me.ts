import { plural } from '../plural.ts';

/** The page where somebody asks for a link to what we hold about them. */
export const me = {
  title: 'Was haben Sie über mich gespeichert?',
  lead: 'Am Ende jeder E-Mail, die Sie von uns bekommen haben, steht ein Link zu allem, was wir über Sie gespeichert haben: um es zu sehen, Ihren Namen zu verbergen, es zurückzuziehen oder zu löschen.',
  lost: 'Haben Sie die E-Mails nicht mehr?',
  lostLead:
    'Geben Sie die Adresse ein, mit der Sie unterzeichnet oder geschrieben haben. Wenn wir sie kennen, ist ein neuer Link dorthin unterwegs. Er öffnet Ihre Seite; Ihren Namen und was Sie sonst eingegeben haben, öffnet allein der Link unserer ersten E-Mail, denn nur sie enthält den Schlüssel.',
  closed: (campaigns: string) =>
    `In Kampagnen, die endgültig geschlossen sind, kann niemand mehr eine Adresse nachschlagen, auch wir nicht. Dort führt nur der Link in Ihrer E-Mail zu Ihrer Seite: ${campaigns}.`,
  button: 'Senden Sie mir einen Link',
  mailedTitle: 'Sehen Sie in Ihr Postfach',
  mailed:
    'Wenn wir zu dieser Adresse etwas gespeichert haben, ist ein Link dazu unterwegs. Wenn nach fünf Minuten nichts kommt, sehen Sie im Spam-Ordner nach; es kann auch sein, dass wir zu der Adresse nichts haben oder dass heute schon drei E-Mails an sie gegangen sind.',
  erasedTitle: 'Alles ist gelöscht',
  erased:
    'Ihre Unterschrift, Ihre Briefe und alles, was wir in dieser Kampagne zu Ihrer Adresse gespeichert hatten, sind aus unserer Datenbank gelöscht. Wir behalten einen Vermerk ohne Ihren Namen und Ihre Adresse, mit dem sie wieder gelöscht werden, sollte je eine Sicherungskopie eingespielt werden. Was schon gemailt wurde, bleibt bei denen, die es bekommen haben.',
};

/** The page that a link opens. */
export const yourData = {
  title: 'Was wir über Sie gespeichert haben',
  lead: (campaign: string) => `In der Kampagne „${campaign}“`,
  signature: 'Ihre Unterschrift',
  state: 'Stand',
  states: {
    pending: 'Wartet auf Ihre Bestätigung; noch nicht gezählt',
    confirmed: 'Bestätigt und gezählt',
    withdrawn: 'Zurückgezogen; nicht gezählt',
    expired: 'Abgelaufen; nicht gezählt',
    invalidated: 'Vom Organisationsteam aus der Zählung genommen',
  },
  gathered: 'Gesammelt',
  /** Nothing is said of those that were gathered here. */
  origins: {
    site: '',
    paper: 'Auf Papier und vom Organisationsteam eingereicht',
    import: 'Anderswo und vom Organisationsteam eingereicht',
  },
  signedAt: 'Unterzeichnet',
  writtenAt: 'Geschrieben',
  templateShare: 'Anteil der Vorlage der Kampagne',
  inTen: (tenths: number) => `etwa ${tenths} von 10 Wörtern`,
  confirmedAt: 'Bestätigt',
  invalidatedAt: 'Aus der Zählung genommen',
  invalidatedWhy: 'Der Grund des Organisationsteams',
  invalidatedNote: (publisher: string, contact: string) =>
    `${publisher} hat Ihre Unterschrift aus der Zählung genommen. Nichts davon wird gezeigt oder gezählt, und noch einmal zu unterzeichnen ändert daran nichts. Wenn es ein Irrtum ist, schreiben Sie an ${contact}. Sie können sie auch zurückziehen, damit sie draußen bleibt, wie auch immer entschieden wird, oder alles löschen.`,
  toTheHour: (time: string) => `${time} (auf die Stunde genau)`,
  source: 'Gekommen über den Link mit dem Code',
  language: 'Sprache',
  sealedSignature:
    'Ihr Name, Ihre Adresse, Ihre Postleitzahl, Ihr Kommentar und ob Sie Neuigkeiten wollten, sind versiegelt. Dieser Server hat keinen Schlüssel dazu: Der Link in der E-Mail, die Sie um Bestätigung bat, öffnet sie, und das Organisationsteam der Kampagne kann sie öffnen.',
  sealedElsewhere:
    'Ihr Name, Ihre Adresse, Ihre Postleitzahl und Ihr Kommentar wurden vom Organisationsteam eingereicht und sind versiegelt: Dieser Server hat keinen Schlüssel dazu, und kein Link öffnet sie. Fragen Sie das Organisationsteam, wenn Sie sie sehen möchten.',
  agreedElsewhere:
    'Worin Sie eingewilligt haben, stand dort, wo Sie unterzeichnet haben; das Organisationsteam hat es.',
  sealedLetter:
    'Ihr Name, Ihre Adresse, Ihre Postleitzahl und der Brief selbst sind versiegelt: Der Link in der E-Mail, die Sie um Bestätigung dieses Briefs bat, öffnet sie.',
  resubmissions: (count: number) =>
    plural('de', count, {
      one: 'Ein Formular mit Ihrer Adresse wartet auf seine eigene Bestätigung; nur der Link in der E-Mail dazu öffnet es.',
      other: `${count} Formulare mit Ihrer Adresse warten auf ihre eigene Bestätigung; nur die Links in den E-Mails dazu öffnen sie.`,
    }),
  agreed: 'Was Sie unterzeichnet haben',
  consent: 'Worin Sie eingewilligt haben',
  ticked: 'Sie haben angekreuzt:',
  notTicked: 'Sie haben nicht angekreuzt:',
  tickedSealed: 'Ob Sie dies angekreuzt haben, ist versiegelt:',
  shown: 'Öffentlich gezeigt',
  shownAs: {
    shown: 'Dies wird auf der Seite der Kampagne gezeigt:',
    waiting: 'Sie wollten dies zeigen. Es wartet, bis das Organisationsteam es angesehen hat:',
    hidden: 'Sie wollten dies zeigen. Das Organisationsteam zeigt es nicht:',
  },
  /** Of a name that its signer chose to show. */
  standings: {
    waiting: 'Noch nicht: Es wartet auf das Organisationsteam',
    hidden: 'Nein: Das Organisationsteam zeigt es nicht',
  },
  hidden: 'Nichts über Sie wird auf der Seite der Kampagne gezeigt.',
  hide: 'Meinen Namen verbergen',
  show: 'Meinen Namen, mein Land und meinen Kommentar zeigen',
  cannotShow:
    'Damit Ihr Name gezeigt wird, nehmen Sie den Link in der E-Mail, mit der Sie bestätigt haben: Nur dieser Link öffnet ihn.',
  cannotShowElsewhere: 'Damit Ihr Name gezeigt wird, unterzeichnen Sie auch hier: Sie werden einmal gezählt.',
  news: 'Neuigkeiten per E-Mail',
  newsOff: 'Sie möchten keine Neuigkeiten mehr. So steht es in der Liste des Organisationsteams.',
  newsLead:
    'Das Organisationsteam darf Ihnen Neuigkeiten senden, wenn Sie das Kästchen dafür angekreuzt haben. Hier widerrufen Sie es.',
  noNews: 'Bitte keine Neuigkeiten',
  withdrawTitle: 'Ihre Unterschrift zurückziehen',
  withdrawLead:
    'Sie zählt dann nicht mehr, wird nicht gezeigt und nicht exportiert. Was Sie eingegeben haben, bleibt versiegelt, bis Sie es löschen oder die Zeit der Kampagne vorbei ist.',
  withdraw: 'Meine Unterschrift zurückziehen',
  signAgain: 'Noch einmal unterzeichnen',
  letter: (number: number) => `Brief ${number}`,
  letterStates: {
    pending: 'Wartet auf Ihre Bestätigung; nicht gesendet',
    verified: 'Bestätigt',
    expired: 'Abgelaufen; nicht gesendet',
  },
  answers: 'Antworten, wie Sie es uns gesagt haben',
  answer: {
    yes: (name: string) => `${name}: hat geantwortet`,
    no: (name: string) => `${name}: noch keine Antwort`,
  },
  channels: {
    email: 'per E-Mail',
    form: 'über das Kontaktformular',
    phone: 'per Telefon',
    post: 'per Post',
    none: 'kein Weg bekannt',
  },
  delivery: (name: string, channel: string, state: string) => `${name}: ${channel}; ${state}`,
  deliveryStates: {
    unconfirmed: 'wartet auf Ihre Bestätigung',
    queued: 'unterwegs',
    yours: 'wartet darauf, dass Sie ihn senden',
    sent: 'gesendet',
    bounced: 'kam zurück, die Adresse hat ihn nicht angenommen',
    failed: 'konnte nicht gesendet werden',
    'handed-over': 'von Ihnen gesendet',
    repeated: 'nicht gesendet: Sie hatten dorthin schon geschrieben',
  },
  sendYourself: 'Wie Sie ihn selbst senden',
  textGone: 'Der Text wurde nach Ablauf der Tage, die wir ihn behalten, gelöscht.',
  json: 'Als Datei',
  download: 'Herunterladen',
  jsonLead: 'Alles von dieser Seite in einer Form, die Programme lesen (JSON).',
  eraseTitle: 'Alles löschen',
  eraseLead:
    'Ihre Unterschrift zählt dann nicht mehr, Briefe, die noch nicht hinausgegangen sind, werden nicht gesendet, und alles, was wir in dieser Kampagne zu Ihrer Adresse gespeichert haben, wird gelöscht; ein Vermerk ohne Ihren Namen und Ihre Adresse sorgt dafür, dass es wieder gelöscht wird, wenn eine Sicherungskopie eingespielt wird. Das lässt sich nicht rückgängig machen. Was schon gemailt wurde, bleibt bei denen, die es bekommen haben.',
  sure: 'Ja, alles über mich löschen.',
  sureMissing: 'Kreuzen Sie das Kästchen an, wenn Sie wirklich alles löschen wollen.',
  erase: 'Alles löschen',
  done: {
    show: 'Ihr Name wird jetzt gezeigt.',
    'show-waiting': 'Ihr Name soll gezeigt werden. Er erscheint, sobald das Organisationsteam ihn angesehen hat.',
    'show-hidden': 'Ihr Name soll gezeigt werden. Das Organisationsteam zeigt ihn nicht.',
    hide: 'Ihr Name ist jetzt verborgen.',
    'no-news': 'Sie werden auf keiner Liste für Neuigkeiten stehen.',
    withdraw: 'Ihre Unterschrift ist zurückgezogen. Sie zählt nicht mehr.',
  },
  refused: 'Das ging nicht: Die Seite hatte sich inzwischen geändert. So sieht es jetzt aus.',
};
