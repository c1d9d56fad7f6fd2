/** The page /privacy, in plain words. A sentence that no test proves does not belong here; docs/privacy.md names the tests. */
export const privacy = {
  title: 'Datenschutz in klaren Worten',
  lead: 'Unterzeichnen kann ein Risiko sein. Diese Seite sagt, was diese Website speichert, wer es lesen kann, wie lange, und was bekäme, wer sie gewaltsam an sich nimmt.',
  short: (keyHere: boolean) => [
    `Wer sieht meinen Namen? Das Organisationsteam der Kampagne ${keyHere ? 'und, solange dessen Schlüssel auf diesem Server liegt, wer den Server in der Hand hat, sonst niemand' : 'und sonst niemand'}, es sei denn, Sie kreuzen an, dass er gezeigt werden darf.`,
    'Was, wenn die Datenbank gestohlen wird? Ihr Name steht darin in keiner Form, die jemand lesen könnte, der sie stiehlt.',
    'Wie komme ich wieder heraus? Mit dem Link in der E-Mail, die Sie bekommen haben: sehen, verbergen, zurückziehen oder löschen, jederzeit und ohne jemanden zu fragen.',
  ],
  demo: 'Dies ist eine Vorführung: E-Mails werden nicht gesendet, sondern auf diesem Rechner in Dateien geschrieben, und diese Dateien lassen sich lesen. Ist ein Mailserver eingerichtet, bleibt davon nichts.',
  keyOnServer:
    'Diese Website wird noch eingerichtet: Der Schlüssel des Organisationsteams liegt auf demselben Server. Wer den Server an sich nimmt, kann lesen, was versiegelt ist, solange der Schlüssel dort liegt.',

  storedTitle: 'Was gespeichert wird und wer es lesen kann',
  sealed: (keyHere: boolean) =>
    `„Versiegelt“ heißt im Folgenden: so verschlossen, dass es mit dem, was es verschließt, nicht wieder zu öffnen ist. Nur der Schlüssel des Organisationsteams öffnet es, ${keyHere ? 'und der liegt vorerst noch auf diesem Server' : 'und den bewahrt das Team nicht auf diesem Server auf'}.`,
  stored: (keyHere: boolean) => [
    {
      what: 'Ihr Name, Ihre E-Mail-Adresse, Ihre Postleitzahl, Ihr Kommentar und ob Sie Neuigkeiten wollen',
      how: `Versiegelt in dem Augenblick, in dem Sie auf den Knopf drücken. ${keyHere ? 'Solange der Schlüssel des Organisationsteams auf diesem Server liegt, kann es jederzeit öffnen, wer den Server in der Hand hat.' : 'Höchstens zehn Minuten lang könnte dieser Server noch öffnen, was er gerade versiegelt hat; dann vergisst er, wie.'} Das Organisationsteam kann es öffnen, und Sie können es mit dem Link in der E-Mail, die Sie bekommen haben.`,
    },
    {
      what: 'Ihr Name, Ihr Land und Ihr Kommentar, wenn Sie angekreuzt haben, dass sie gezeigt werden dürfen',
      how: 'Auf der Seite der Kampagne für alle zu sehen, aber erst, nachdem Sie bestätigt haben. In der Datenbank sind Name und Kommentar mit einem Schlüssel dieses Servers verschlossen. Sie können sie jederzeit wieder verbergen.',
    },
    {
      what: 'Ihr Land, Ihre Sprache, der Code des Links, der Sie hergebracht hat, und die Stunde',
      how: 'Wer diese Website betreibt, kann sie lesen, um Unterschriften danach zu zählen. Sie stehen neben einer Nummer und nicht neben Ihrem Namen. Zeiten werden auf die Stunde abgerundet.',
    },
    {
      what: 'Ein Fingerabdruck Ihrer Adresse',
      how: 'Damit ein Postfach nur einmal unterzeichnet. Er wird mit einem geheimen Schlüssel gemacht, der außerhalb der Datenbank liegt: Ohne ihn kann niemand prüfen, ob eine Adresse darin vorkommt. Der Schlüssel wird vernichtet, wenn die Kampagne endgültig geschlossen wird.',
    },
    {
      what: 'Ihr Brief, wenn Sie einen geschrieben haben',
      how: 'Mit einem eigenen Schlüssel verschlossen, den dieser Server hat, um ihn zu senden. Wem Sie geschrieben haben, ob es ankam, ob Sie uns von einer Antwort berichtet haben und ungefähr wie viel davon die Vorlage der Kampagne ist, steht neben einer Nummer; das Organisationsteam kann Ihren Namen dazusetzen.',
    },
    {
      what: 'E-Mails, die darauf warten, an Sie gesendet zu werden',
      how: 'Mit einem Schlüssel dieses Servers verschlossen, alle zehn Minuten einem neuen; daneben steht, wann sie geschrieben wurden und wann es als Nächstes versucht wird. Eine E-Mail, die hinausgegangen ist, wird gelöscht, und der Schlüssel auch, sobald alle aus diesen zehn Minuten hinausgegangen sind. Dass es eine E-Mail gab, ist nach vier Wochen vergessen.',
    },
    {
      what: 'Welche Unterschriften am selben Tag aus demselben Netz kamen und welche Adressen denselben E-Mail-Anbieter haben',
      how: 'Um Unterschriften zu finden, die eine Maschine erfindet. Es ist ein mit einem geheimen Schlüssel gemachtes Kennzeichen neben der Nummer, zwei Wochen lang. Der Schlüssel für Netze liegt nur im Arbeitsspeicher des Servers und wird jeden Tag weggeworfen: Danach kann niemand mehr herausfinden, welches Netz es war, auch wir nicht. Ebenso lange ist vermerkt, ob ein Feld ausgefüllt wurde, das nur Maschinen sehen.',
    },
    {
      what: 'Ihre Netzwerkadresse, Cookies und was Sie lesen',
      how: 'Von dieser Website nicht gespeichert. Sie setzt keine Cookies und lädt nichts von Dritten. Was vor ihr steht, etwa ein Hosting-Unternehmen, führt vielleicht eigene Aufzeichnungen.',
    },
  ],

  takenTitle: 'Was bekäme jemand?',
  taken: (keyHere: boolean) => [
    {
      who: 'Wer eine Kopie der Datenbank stiehlt',
      gets: 'Zu jeder Nummer: Land, Sprache, Stunde, den Code eines Links, ob sie bestätigt, zurückgezogen oder aus der Zählung genommen wurde, welche in den letzten zwei Wochen am selben Tag aus einem Netz kamen, an wen Briefe gingen und ungefähr wie viel von jedem die Vorlage der Kampagne ist; auch, welche Unterschrift und welche Briefe von derselben Adresse kamen, aber nicht, von welcher. Keinen Namen, keine Adresse, keine Postleitzahl, keinen Kommentar, keinen Brief.',
    },
    {
      who: 'Wer eine Sicherungskopie stiehlt',
      gets: 'Nichts, ohne einen Schlüssel aus dem Organisationsteam.',
    },
    {
      who: 'Wer alles stiehlt, was auf dem Server liegt',
      gets: `Was in der Datenbank steht, die Namen und Kommentare aller, die angekreuzt haben, dass sie gezeigt werden dürfen, und außerdem: die E-Mails, die noch auf den Versand warten, und was die Links darin öffnen, die Briefe der letzten Wochen mit denen, die sie geschrieben haben, und ein Mittel, zu prüfen, ob eine schon bekannte Adresse unterzeichnet hat. ${keyHere ? 'Und mit dem Schlüssel des Organisationsteams, der noch dort liegt, die Liste der Unterzeichnenden und alles andere, was versiegelt ist.' : 'Nicht die Liste der Unterzeichnenden: Der Schlüssel des Organisationsteams liegt nicht dort.'}`,
    },
    {
      who: 'Wer den laufenden Server beschlagnahmt und ihn weiterlaufen lässt',
      gets: `All das und was in den letzten zehn Minuten eingegeben wurde, vielleicht Spuren dessen, was etwas früher durch den Arbeitsspeicher ging, und alles, was von da an eingegeben wird. ${keyHere ? 'Und mit dem Schlüssel des Organisationsteams, der noch dort liegt, alles, was vorher versiegelt wurde.' : 'Was vorher versiegelt wurde, bleibt versiegelt.'}`,
    },
    {
      who: 'Ein Gericht oder eine Behörde',
      gets: `Von denen, die diese Website betreiben: was auf dem Server liegt, wie oben. ${keyHere ? 'Dazu gehört vorerst der Schlüssel des Organisationsteams, der die Unterschriften öffnet.' : 'Wer Unterschriften öffnen will, muss sich an das Organisationsteam wenden, das den Schlüssel hat.'}`,
    },
    {
      who: 'Ihr E-Mail-Anbieter',
      gets: 'Die E-Mails, die wir Ihnen senden: dass Sie um Bestätigung gebeten wurden, und den Link, der öffnet, was Sie eingegeben haben. Löschen Sie die E-Mail, wenn das für Sie ein Risiko ist; behalten Sie sie, wenn Sie später sehen oder zurückziehen möchten, was Sie eingegeben haben.',
    },
    {
      who: 'Wer den Nameserver betreibt, den dieser Server fragt',
      gets: 'Dass eine E-Mail an eine Domain hinausgeht: was in Ihrer Adresse nach dem @ steht, und nichts davor. Wer diese Website betreibt, kann das abschalten.',
    },
    {
      who: 'Jemand mit einem gestohlenen oder geliehenen Schlüssel aus dem Organisationsteam',
      gets: 'Zusammen mit einer Kopie der Datenbank: alles, was für diesen Schlüssel versiegelt wurde. Die anderen im Organisationsteam können den Schlüssel von dem aussperren, was hier gespeichert ist, aber nicht von einer Kopie, die vorher gemacht wurde.',
    },
  ],

  keptTitle: 'Wie lange',
  /** Each of the days follows „nach“. */
  kept: (days: { unconfirmed: string; letterText: string; afterClose: string }) => [
    `Was Sie nicht bestätigen, wird nach ${days.unconfirmed} gelöscht, auch wenn das Organisationsteam es vorher aus der Zählung genommen hat.`,
    'Aus welchem Netz und von welchem E-Mail-Anbieter Unterschriften gemeinsam kamen, ist nach zwei Wochen vergessen.',
    `Der Text eines Briefs wird nach ${days.letterText} gelöscht, gerechnet von dem Tag, an dem er geschrieben wurde.`,
    `Alles andere über Sie wird nach ${days.afterClose} gelöscht, gerechnet vom Ende der Kampagne. Die Zahl der Unterschriften bleibt.`,
    'Was Sie selbst löschen, wird sofort gelöscht. Wir behalten einen Vermerk ohne Ihren Namen und Ihre Adresse, mit dem es wieder gelöscht wird, sollte je eine Sicherungskopie eingespielt werden.',
  ],
  days: (days: string) => `${days} Tagen`,

  rightsTitle: 'Was Sie tun können',
  rights:
    'Was über Sie gespeichert ist, können Sie sehen, herunterladen, verbergen, zurückziehen und löschen, mit dem Link in der E-Mail, die Sie bekommen haben. Ohne diese E-Mail bitten Sie um einen neuen Link, außer die Kampagne wurde endgültig geschlossen.',
  rightsLink: 'Was haben Sie über mich gespeichert?',
  ask: (controller: string) => `Verantwortlicher für die Daten dieser Kampagne: ${controller}. Kontakt:`,
  complain: 'Sie können sich auch bei der Datenschutz-Aufsichtsbehörde Ihres Landes beschweren.',
};
