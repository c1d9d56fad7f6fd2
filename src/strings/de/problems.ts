export const problem = {
  status: (status: number) => `Fehler ${status}`,
  home: 'Zu allen Kampagnen',
  campaign: 'Zur Kampagne',
};

/** What went wrong and what to do next, by HTTP status and by what happens to links and campaigns. */
export const problems = {
  400: {
    title: 'Das konnten wir nicht lesen',
    detail:
      'Was Ihr Browser gesendet hat, war unvollständig oder verstümmelt. Gehen Sie zurück, laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  },
  403: {
    title: 'Das kam von einer anderen Website',
    detail:
      'Formulare werden nur von unseren eigenen Seiten angenommen. Öffnen Sie die Kampagne hier, und senden Sie das Formular von dort.',
  },
  404: {
    title: 'Diese Seite gibt es nicht',
    detail:
      'Vielleicht ist die Adresse falsch getippt, oder die Seite ist umgezogen. Alle Kampagnen stehen auf der Startseite.',
  },
  405: {
    title: 'Das geht hier nicht',
    detail:
      'Diese Adresse beantwortet eine andere Art von Anfrage. Öffnen Sie die Kampagne, und nutzen Sie ihr Formular.',
  },
  408: {
    title: 'Das hat zu lange gedauert',
    detail:
      'Ihre Anfrage kam nicht rechtzeitig vollständig an, und es wurde nichts gespeichert. Bitte senden Sie sie noch einmal.',
  },
  410: {
    title: 'Das gibt es nicht mehr',
    detail: 'Was hier stand, ist vorbei oder wurde mit Absicht entfernt. Alle Kampagnen stehen auf der Startseite.',
  },
  413: {
    title: 'Das ist zu lang',
    detail: 'Was Sie gesendet haben, ist größer als 64 kB. Kürzen Sie Ihren Text, und senden Sie ihn noch einmal.',
  },
  415: {
    title: 'Dieses Format lesen wir nicht',
    detail:
      'Senden Sie das Formular, wie ein Browser es tut, oder JSON an die API mit dem Inhaltstyp application/json.',
  },
  417: {
    title: 'Das können wir nicht zusagen',
    detail: 'Ihr Programm hat eine Expect-Kopfzeile gesendet, die wir nicht kennen. Senden Sie die Anfrage ohne sie.',
  },
  421: {
    title: 'Sie sind an der falschen Adresse',
    detail: 'Dieser Server antwortet nicht für diesen Hostnamen. Nehmen Sie die Adresse, die die Kampagne angibt.',
  },
  422: {
    title: 'Etwas fehlt oder stimmt nicht',
    detail: 'Bitte prüfen Sie Ihre Eingaben; bei jedem Feld steht, was zu tun ist.',
  },
  429: {
    title: 'Das war zu oft',
    detail:
      'Aus Ihrem Netz kamen in kurzer Zeit viele Formulare. Warten Sie einige Minuten, und senden Sie es dann noch einmal.',
  },
  431: {
    title: 'Die Adresse oder ihre Kopfzeilen sind zu lang',
    detail: 'Kürzen Sie die Adresse, oder löschen Sie die Cookies dieser Seite, und versuchen Sie es noch einmal.',
  },
  500: {
    title: 'Bei uns ist etwas kaputtgegangen',
    detail:
      'Es liegt nicht an Ihnen, und nichts wurde halb gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  },
  501: {
    title: 'Dieses Format schreiben wir nicht',
    detail: 'Diese Adresse antwortet in JSON. Fragen Sie nach format=json, oder lassen Sie format weg.',
  },
  503: {
    title: 'Gerade ist viel los',
    detail:
      'Es sind mehr Menschen hier, als wir auf einmal bedienen können. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  signedOut: {
    title: 'Sie sind abgemeldet',
    detail:
      'Ihre Zeit war um, oder die Sitzung wurde anderswo beendet. Nichts wurde geändert. Melden Sie sich an, und tun Sie es noch einmal.',
  },
  notYours: {
    title: 'Das steht Ihnen nicht offen',
    detail: 'Es gehört nicht zu Ihrer Rolle. Wer hier die Rolle „owner“ hat, kann das ändern.',
  },
  tooManyTries: {
    title: 'Zu viele falsche Versuche',
    detail:
      'Damit niemand durch Raten hineinkommt, sind bis zu einer Viertelstunde lang keine weiteren Versuche möglich. Ein Passkey funktioniert in dieser Zeit. Nichts wurde geändert.',
  },
  invitationUnknown: {
    title: 'Wir kennen diese Einladung nicht',
    detail:
      'Vielleicht wurde sie abgeschnitten, zurückgenommen oder durch eine neuere ersetzt. Kopieren Sie den ganzen Link, oder bitten Sie um einen neuen.',
  },
  invitationOver: {
    title: 'Diese Einladung ist abgelaufen',
    detail:
      'Sie gilt einmal und drei Tage lang. Wenn Sie sie benutzt haben, melden Sie sich an. Wenn Sie es nicht waren, sagen Sie es sofort jemandem mit der Rolle „owner“: Diese Person kann die Einladung zurücksetzen.',
  },
  campaignClosed: {
    title: 'Diese Kampagne ist beendet',
    detail:
      'Sie nimmt keine Unterschriften und keine Briefe mehr an. Sie können sie weiterhin lesen und sehen, was daraus wurde.',
  },
  signingPaused: {
    title: 'Das Unterzeichnen ist unterbrochen',
    detail:
      'Das Organisationsteam hat es vorerst unterbrochen. Nichts von dem, was Sie gesendet haben, wurde gespeichert: Bitte kommen Sie später wieder, und unterzeichnen Sie dann. Links in E-Mails, die Sie schon bekommen haben, funktionieren weiterhin.',
  },
  linkUnknown: {
    title: 'Wir kennen diesen Link nicht',
    detail:
      'Vielleicht wurde er in der E-Mail abgeschnitten. Kopieren Sie die ganze Adresse, geben Sie den Code ein, oder unterzeichnen Sie noch einmal.',
  },
  linkEnded: {
    title: 'Diese Unterschrift wird nicht gezählt',
    detail:
      'Sie wurde von der unterzeichnenden Person zurückgezogen oder vom Organisationsteam aus der Zählung genommen. Auf der Seite der Kampagne können Sie noch einmal unterzeichnen.',
  },
  linkInvalidated: {
    title: 'Diese Unterschrift wird nicht gezählt',
    detail:
      'Das Organisationsteam hat sie aus der Zählung genommen. Warum, und an wen Sie schreiben können, wenn es ein Irrtum ist, sehen Sie über jeden Link in unseren E-Mails zu „Was wir über Sie gespeichert haben“.',
  },
  letterLinkUnknown: {
    title: 'Wir kennen diesen Link nicht',
    detail:
      'Vielleicht wurde er in der E-Mail abgeschnitten. Kopieren Sie von dort die ganze Adresse, bis zum letzten Zeichen.',
  },
  letterGone: {
    title: 'Dieser Brief ist hier nicht mehr gespeichert',
    detail:
      'Wer ihn geschrieben hat, hat ihn löschen lassen, oder die Zeit der Kampagne ist vorbei. Hier lässt sich nichts mehr dazu sehen oder sagen. Wen Sie fragen können, steht in der E-Mail, die Sie hergebracht hat.',
  },
  askedLinkLapsed: {
    title: 'Dieser Link ist abgelaufen',
    detail:
      'Ein Link, um den Sie gebeten haben, gilt eine Woche, und nicht mehr, nachdem alles gelöscht wurde. Wenn Sie noch sehen möchten, was wir über Sie gespeichert haben, bitten Sie um einen neuen.',
  },
  linkExpired: {
    title: 'Dieser Link führt nirgends mehr hin',
    detail:
      'Entweder wurde er nicht rechtzeitig benutzt, und nichts wurde gezählt oder gesendet; oder das, wohin er führte, wurde gelöscht, auf Wunsch der Person, der es gehörte. Auf der Seite der Kampagne können Sie neu beginnen.',
  },
};
