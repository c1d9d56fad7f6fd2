/** Links on pages, to pass a campaign on. */
export const share = {
  title: 'Faites-le savoir',
  device: 'Partager…',
  email: 'E-mail',
  mailBody: (title: string, url: string) =>
    `Cette campagne me tient à cœur, et j’ai envie de la faire connaître :\n\n${title}\n${url}\n`,
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
  newTab: 'Chaque lien s’ouvre dans un nouvel onglet. Ces services n’apprennent votre passage que si vous le suivez.',
  link: 'Ou copiez cette adresse',
  linkHint: 'Pour Signal, et partout où vous parlez avec d’autres.',
  copy: 'Copier l’adresse',
  copied: 'L’adresse est copiée.',
  more: 'Affiche, code QR et formulaire pour votre propre site',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: 'Faire connaître la campagne',
  lead: (title: string) => `Ce que vous pouvez faire pour que d’autres découvrent « ${title} »`,
  qrTitle: 'Code QR et affiche',
  qrLead:
    'Pour un panneau d’affichage, une vitrine ou la dernière diapositive d’un exposé : il suffit d’y pointer un téléphone pour trouver la campagne.',
  qrLabel: 'Code QR qui mène à la campagne',
  poster: 'Une affiche à imprimer, A4',
  posterLead: 'Imprimez-la en A4, ou enregistrez-la en PDF.',
  posterCall: 'À lire. À signer.',
  posterRead: 'Lisez ce qu’elle a donné.',
  print: 'Imprimer',
  embedTitle: 'Sur votre propre site',
  embedLead:
    'Ces lignes affichent le formulaire et le décompte sur une de vos pages. Elles ne déposent pas de cookies et n’enregistrent rien chez les personnes qui vous lisent ; l’étape suivante s’ouvre dans un nouvel onglet.',
  embedCode: 'Lignes à copier',
  embedScript: 'Le script donne au cadre la hauteur de ce qu’il montre. Sans lui, on fait défiler le cadre.',
  embedSee: 'Voir le résultat',
  oembed: 'Si un site connaît oEmbed, comme WordPress, il suffit d’y coller l’adresse de la campagne.',
  feedTitle: 'Étapes',
  feedLead:
    'Un flux pour votre lecteur d’actualités signale qu’un objectif est atteint, que les signatures sont remises ou qu’une réponse arrive.',
  feed: 'Flux de cette campagne (Atom)',
  back: 'Retour à la campagne',
  mastodonTitle: 'Partager sur Mastodon',
  mastodonLead:
    'Mastodon a de nombreux serveurs. Quel est le vôtre ? Ce que vous saisissez n’est ni enregistré ni transmis.',
  server: 'Votre serveur',
  serverHint: 'Par exemple social.example ; votre nom complet sur Mastodon convient aussi.',
  serverButton: 'Continuer',
  serverOpen: (server: string) => `Écrire le message sur ${server}`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `${goal} personnes ont signé`,
  titles: {
    opened: 'La campagne a commencé',
    'text-changed': 'Le texte de la pétition a été modifié',
    'handed-over': 'Les signatures ont été remises',
    answered: 'Une réponse est arrivée',
  },
};
