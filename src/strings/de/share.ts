/** Links on pages, to pass a campaign on. */
export const share = {
  title: 'Sagen Sie es weiter',
  device: 'Teilen …',
  email: 'E-Mail',
  mailBody: (title: string, url: string) =>
    `Diese Kampagne ist mir wichtig, und ich möchte sie gern weitersagen:\n\n${title}\n${url}\n`,
  /** Names of places, as they call themselves. */
  places: {
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    line: 'LINE',
    mastodon: 'Mastodon',
    bluesky: 'Bluesky',
    x: 'X',
    facebook: 'Facebook',
  },
  newTab: 'Jeder Link öffnet einen neuen Tab. Die Dienste erfahren von Ihnen nur, wenn Sie ihm folgen.',
  link: 'Oder kopieren Sie diese Adresse',
  linkHint: 'Für Signal und wo immer Sie sonst mit Menschen reden.',
  copy: 'Adresse kopieren',
  copied: 'Die Adresse ist kopiert.',
  more: 'Plakat, QR-Code und das Formular für Ihre eigene Seite',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: 'Weitersagen',
  lead: (title: string) => `Was Sie tun können, damit andere von „${title}“ erfahren`,
  qrTitle: 'QR-Code und Plakat',
  qrLead:
    'Für ein Schwarzes Brett, ein Schaufenster oder die letzte Folie eines Vortrags: Wer ein Telefon darauf richtet, findet die Kampagne.',
  qrLabel: 'QR-Code, der zur Kampagne führt',
  poster: 'Plakat zum Drucken, A4',
  posterLead: 'Drucken Sie es auf A4, oder speichern Sie es als PDF.',
  posterCall: 'Lesen. Unterzeichnen.',
  posterRead: 'Lesen Sie, was daraus geworden ist.',
  print: 'Drucken',
  embedTitle: 'Auf Ihrer eigenen Seite',
  embedLead:
    'Diese Zeilen zeigen das Formular und den Stand auf einer Seite von Ihnen. Sie setzen keine Cookies und speichern nichts bei Ihren Leserinnen und Lesern; der nächste Schritt öffnet sich in einem neuen Tab.',
  embedCode: 'Zeilen zum Kopieren',
  embedScript:
    'Das Skript macht den Rahmen so hoch wie das, was er zeigt. Ohne das Skript lässt sich im Rahmen blättern.',
  embedSee: 'Ansehen, wie es aussieht',
  oembed: 'Wo eine Website oEmbed kennt, wie WordPress, genügt es, die Adresse der Kampagne einzufügen.',
  feedTitle: 'Meilensteine',
  feedLead:
    'Ein Feed für Ihren Feedreader meldet, wenn ein Ziel erreicht ist, die Unterschriften übergeben sind oder eine Antwort kommt.',
  feed: 'Feed dieser Kampagne (Atom)',
  back: 'Zurück zur Kampagne',
  mastodonTitle: 'Auf Mastodon teilen',
  mastodonLead:
    'Mastodon hat viele Server. Welcher ist Ihrer? Was Sie eingeben, speichern wir nicht und geben es nicht weiter.',
  server: 'Ihr Server',
  serverHint: 'Zum Beispiel social.example; Ihr ganzer Name dort geht auch.',
  serverButton: 'Weiter',
  serverOpen: (server: string) => `Den Beitrag auf ${server} schreiben`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `${goal} Menschen haben unterzeichnet`,
  titles: {
    opened: 'Die Kampagne hat begonnen',
    'text-changed': 'Der Text der Petition wurde geändert',
    'handed-over': 'Die Unterschriften wurden übergeben',
    answered: 'Eine Antwort ist da',
  },
};
