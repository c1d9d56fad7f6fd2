import { plural } from '../plural.ts';

/** The pages that the mail `did-they-answer` leads to. */
export const answered = {
  title: (name: string) => `Hat ${name} geantwortet?`,
  lead: {
    yes: (name: string) => `Drücken Sie auf den Knopf, um uns zu sagen: ${name} hat auf Ihren Brief geantwortet.`,
    no: (name: string) => `Drücken Sie auf den Knopf, um uns zu sagen: ${name} hat nicht auf Ihren Brief geantwortet.`,
  },
  acknowledgement: 'Eine automatische Eingangsbestätigung ist keine Antwort.',
  button: { yes: 'Ja, es gab eine Antwort', no: 'Noch keine Antwort' },
  instead: { yes: 'Oder sagen Sie, dass es eine Antwort gab', no: 'Oder sagen Sie, dass es noch keine gab' },
  stored:
    'Das Organisationsteam sieht, wie viele geantwortet haben und wer nicht. Was in der Antwort steht, bleibt zwischen Ihnen.',
  thanksTitle: 'Danke',
  thanks: {
    yes: (name: string) => `Sie haben uns gesagt, dass ${name} auf Ihren Brief geantwortet hat.`,
    no: (name: string) => `Sie haben uns gesagt, dass ${name} noch nicht auf Ihren Brief geantwortet hat.`,
  },
  nothingYet: 'Sie haben uns noch nichts gesagt.',
  change: { yes: 'Es gab doch eine Antwort', no: 'Es gab doch keine Antwort' },
  later: 'Sie können das jederzeit ändern, mit denselben Links in unserer E-Mail.',
  back: 'Zur Kampagne',
};

/** The page for whoever got a letter. */
export const why = {
  title: 'Warum Sie diesen Brief bekommen haben',
  lead: (name: string, campaign: string) =>
    `Für ${name} und das dazugehörige Büro: über Briefe der Kampagne „${campaign}“.`,
  chosenTitle: 'Jemand wollte Ihnen schreiben',
  chosen:
    'Ein Mensch hat Sie ausgesucht, den Brief geschrieben oder verändert, den eigenen Namen darunter gesetzt und mit einem Link, den wir an die Adresse darin gemailt haben, nachgewiesen, dass sie ihm gehört. Wir haben den Brief für ihn gesendet. Eine Antwort geht direkt an diesen Menschen, nicht an uns.',
  directoryTitle: 'Wie Sie gefunden wurden',
  directory: (title: string) => `Ihre Adresse steht im Verzeichnis „${title}“.`,
  source: (source: string) => `Seine Quelle: ${source}.`,
  asOf: (day: string) => `Es zeigt den Stand vom ${day}.`,
  campaignTitle: 'Wer dahintersteht',
  campaign: (publisher: string) => `${publisher} veröffentlicht die Kampagne:`,
  countTitle: 'Wie viele Ihnen geschrieben haben',
  count: (count: number, number: string) =>
    plural('de', count, {
      one: 'Eine Person hat Ihnen über diese Kampagne geschrieben, mit einer nachgewiesenen Adresse.',
      other: `${number} Personen haben Ihnen über diese Kampagne geschrieben, jede mit einer nachgewiesenen Adresse.`,
    }),
  paced:
    'Briefe gehen nicht alle auf einmal hinaus: Jeder wird einzeln gesendet, zu Bürozeiten, und nur eine begrenzte Zahl in der Stunde und am Tag.',
  correctTitle: 'Stimmt etwas nicht?',
  correct: (publisher: string) =>
    `Wenn Sie dieses Amt nicht mehr haben, wenn dies die falsche Adresse ist oder sonst etwas nicht stimmt, schreiben Sie an ${publisher}:`,
  pauseTitle: 'Um eine Pause bitten',
  pauseLead:
    'Wenn Briefe schneller kommen, als Ihr Büro sie lesen kann, bitten Sie um eine Pause. Das Organisationsteam entscheidet; direkt schreiben kann man Ihnen weiterhin. Mit einem Klick ist es nicht zu Ende: Wer Ihnen schreibt, gehört meist zu denen, die Sie vertreten.',
  pauseButton: 'Um eine Pause bitten',
  again: 'Noch einmal bitten',
  open: (day: string) =>
    `Am ${day} wurde um eine Pause gebeten. Das Organisationsteam entscheidet; bis dahin gehen Briefe weiter hinaus. Direkt schreiben kann man Ihnen weiterhin.`,
  declined: (day: string) =>
    `Es wurde um eine Pause gebeten, und am ${day} hat das Organisationsteam sie abgelehnt. Schreiben Sie ihm, um zu erfahren, warum, oder bitten Sie noch einmal.`,
  paused: (day: string) =>
    `Seit dem ${day} sendet Ihnen diese Website keine Briefe, bis das Organisationsteam die Pause beendet. Direkt schreiben kann man Ihnen weiterhin.`,
};
