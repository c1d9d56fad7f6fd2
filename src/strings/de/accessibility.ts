export const accessibility = {
  title: 'Barrierefreiheit',
  lead: 'Niemand soll am Unterschreiben oder Schreiben gehindert sein, nur weil er oder sie anders sieht, hört, sich bewegt oder liest. Hier steht, was geprüft wurde, was nicht geht und wem Sie es sagen können.',
  standard:
    'Wir bauen diese Website nach den Richtlinien für barrierefreie Webinhalte (WCAG) 2.2, Stufe AA, in jeder ihrer Sprachen. Auf unseren eigenen Seiten ist uns kein Verstoß bekannt; bisher haben sie aber nur Programme geprüft, und Programme finden nicht alles.',

  goodTitle: 'Worauf Sie sich verlassen können',
  good: [
    'Sie können allein mit der Tastatur unterschreiben und Briefe schreiben, auch ohne JavaScript.',
    'Es gibt keine Bilderrätsel, kein Passwort, keinen Ton und keine bewegten Bilder. Kein Formular läuft ab, während Sie tippen.',
    'Wenn etwas fehlt oder nicht stimmt, sagt eine Liste über dem Formular, was, mit einem Link zu jedem Feld. Was Sie eingegeben haben, bleibt erhalten.',
    'Die Seiten richten sich nach Ihren Einstellungen: hell oder dunkel, erzwungene Farben, größere Schrift, weniger Bewegung. Sie passen auf einen Bildschirm von 320 Pixeln Breite, ohne dass Sie seitwärts scrollen.',
  ],

  testedTitle: 'Was geprüft wurde, und wie',
  tested: [
    'Jede Seite, die für das Unterschreiben und Schreiben da ist, wird vom Programm axe-core untersucht, in jeder Sprache, hell und dunkel; ebenso jedes Formular, das mit Fehlern zurückkam.',
    'Programme, die wie Menschen vorgehen, unterschreiben und schreiben einen Brief: nur mit der Tastatur, ohne JavaScript, auf einem kleinen Telefon mit langsamer Verbindung, von rechts nach links und auf 繁體中文.',
    'Gemessen wird außerdem, ob der Fokus zu sehen ist, wie groß ist, was gedrückt wird, und was bei doppelter Schriftgröße, erzwungenen Farben und weniger Bewegung geschieht.',
    'All das geschieht im Browser Chromium, sooft sich die Software ändert.',
  ],

  gapsTitle: 'Was nicht geht oder nicht bekannt ist',
  gaps: [
    'Noch hat niemand die Website geprüft, der auf Screenreader, Bildschirmlupe oder Sprachsteuerung angewiesen ist, und in Firefox und Safari wurde sie nicht geprüft.',
    'Was eine Kampagne mit eigenen Worten und Bildern sagt, ist Sache ihres Organisationsteams. Ein Bild ohne Beschreibung wäre dessen Fehler; bitte sagen Sie es ihm.',
    'Wo eine Kampagne nicht übersetzt ist, lesen Sie ihren Text in einer anderen Sprache; er ist so ausgezeichnet. Was Unterzeichnende schreiben und wie Abgeordnete und Redaktionen heißen, ist es nicht: Ein Screenreader liest es vielleicht mit der falschen Stimme vor.',
    'Wenn aus Ihrem Netz viele Formulare kommen, muss man ohne JavaScript vielleicht einige Minuten warten und das Formular noch einmal senden.',
    'Manche, denen Sie schreiben können, sind nur über ein Kontaktformular zu erreichen. Diese Formulare sind nicht von uns und können Hindernisse haben.',
  ],

  tellTitle: 'Wem Sie es sagen können',
  tell: 'Hindert Sie etwas? Schreiben Sie dem Organisationsteam der Kampagne: auf welcher Seite, was Sie tun wollten, und welches Gerät, welchen Browser und welches Hilfsmittel Sie benutzen. Fragen Sie dort auch, wenn Sie lieber auf anderem Weg unterschreiben möchten.',
  further:
    'Wenn das nicht hilft: In vielen Ländern nimmt eine öffentliche Stelle Beschwerden über Websites entgegen, die nicht barrierefrei sind.',
  reviewed: (day: string) => `Diese Seite wurde zuletzt geprüft am ${day}.`,
};
