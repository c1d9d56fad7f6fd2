export const mailbox = {
  title: 'Boîte de démonstration',
  lead: 'Aucun serveur de messagerie n’est configuré : les e-mails sont écrits dans des fichiers et montrés ici, sur cette machine seulement. Avec SMTP_URL, ils partent pour de bon et cette page disparaît.',
  none: 'Pas encore d’e-mail. Signez une pétition : la demande de confirmation arrivera ici.',
  to: 'À',
};

export const mail = {
  back: 'Tous les e-mails',
  demo: 'Ceci est la boîte de démonstration : cet e-mail n’a pas quitté cette machine.',
  from: 'De',
  to: 'À',
  replyTo: 'Répondre à',
  date: 'Heure (UTC)',
  noSubject: '(sans objet)',
  html: 'Afficher la version HTML (nouvel onglet)',
  headers: 'Tous les en-têtes',
};
