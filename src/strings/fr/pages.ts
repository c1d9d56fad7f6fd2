import { plural } from '../plural.ts';

export const layout = {
  siteName: 'Campagnes',
  skip: 'Aller au contenu',
  allCampaigns: 'Toutes les campagnes',
  mailbox: 'Boîte de démonstration',
  publishedBy: 'Publié par',
  contact: 'Contact',
  address: 'Adresse',
  dataController: 'Responsable du traitement des données personnelles',
  privacy: 'Protection des données',
  accessibility: 'Accessibilité',
  yourData: 'Que conservez-vous à mon sujet ?',
  noTracking: 'Ce site ne dépose aucun cookie de suivi et ne charge rien qui vienne de tiers.',
};

export const home = {
  title: 'Campagnes',
  description: 'Des pétitions à signer et des lettres à écrire.',
  none: 'Il n’y a pas encore de campagne ici.',
  closed: 'Close',
};

export const campaign = {
  kicker: 'Pétition',
  kickerClosed: 'Pétition close',
  petition: 'Ce que vous signez',
  petitionClosed: 'Ce qui a été signé',
  to: (addressee: string) => `Adressée à : ${addressee}`,
  askChanged: (days: string) =>
    `Texte modifié : ${days}. Chaque signature reste liée aux mots que la personne avait sous les yeux.`,
  argument: 'L’argumentaire',
  backToText: (note: number) => `Retour à la note ${note} dans le texte`,
  argumentMissing: 'L’argumentaire de cette pétition n’a pas encore été publié.',
  closesOn: (day: string) => `Ouverte aux signatures jusqu’au ${day}`,
  signBar: 'Signer la pétition',
  recent: 'Dernières signatures',
  lettersTitle: 'Écrivez à vos parlementaires',
  lettersText: 'Une signature se compte. Une lettre se lit. Choisissez votre pays pour voir qui vous représente.',
  lettersButton: 'Trouver des parlementaires',
  outcome: 'Ce qu’elle a donné',
  handedOver: (count: string, day: string) => `${count} signatures ont été remises le ${day}.`,
  handedOverOn: (day: string) => `Les signatures ont été remises le ${day}.`,
  handedOverCount: (count: string) => `${count} signatures ont été remises.`,
  notHandedOver: 'Les signatures n’ont pas encore été remises.',
  answer: 'La réponse',
  noAnswer: 'Aucune réponse n’a encore été reçue.',
  closedNote: 'Cette pétition est close : on ne peut plus la signer.',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: (count: number) =>
    plural('fr', count, { one: 'personne a signé', many: 'de personnes ont signé', other: 'personnes ont signé' }),
  goal: (goal: string) => `Prochain objectif : ${goal}`,
  reached: (goal: string) => `L’objectif de ${goal} est atteint`,
  first: 'Votre signature serait la première.',
  meter: 'Signatures vers le prochain objectif',
};

export const sign = {
  title: 'Signer cette pétition',
  pausedTitle: 'Les signatures sont suspendues',
  paused:
    'L’équipe de campagne a suspendu les signatures pour le moment. Revenez plus tard, s’il vous plaît. Si vous avez déjà signé, le lien et le code de votre e-mail fonctionnent encore et votre signature compte.',
  readText: 'Lire exactement ce que vous signez',
  emailHint: 'Nous y envoyons un lien pour confirmer que c’est bien vous.',
  commentHint: 'Affiché seulement si vous cochez la case ci-dessous.',
  button: 'Signer la pétition',
  working:
    'Un instant : votre navigateur effectue un petit calcul qui tient les robots à distance. Vous n’avez rien à faire.',
  leaveEmpty: 'Laissez ce champ vide',
  stored: (publisher: string) =>
    `Ce que vous saisissez est scellé aussitôt : le serveur où ${publisher} le conserve n’en a pas la clé, seule l’équipe de cette campagne l’a. Rien à votre sujet n’est affiché publiquement, sauf si vous cochez la case ci-dessus.`,
  storedWithKey:
    'Ce que vous saisissez est scellé aussitôt. Ce site est encore en préparation, et la clé qui l’ouvre se trouve encore sur le même serveur. Rien à votre sujet n’est affiché publiquement, sauf si vous cochez la case ci-dessus.',
  privacy: 'Protection des données, en mots simples',
};

export const checkYourMail = {
  title: 'Regardez votre boîte de réception',
  lead: 'Il reste une étape : un e-mail est en route vers vous. Ouvrez le lien qu’il contient, ou saisissez son code ci-dessous.',
  mistyped:
    'Votre adresse est-elle juste ? Ce que vous avez saisi après le @ ressemble à une faute de frappe, comme gmial.com pour gmail.com. Si elle est juste, tout va bien. Sinon, notre courriel ne vous parviendra pas : remplissez de nouveau le formulaire.',
  noMail: 'Pas d’e-mail après cinq minutes ?',
  spam: 'Regardez dans le dossier des indésirables (spam).',
  again:
    'Si l’adresse était mal saisie, remplissez de nouveau le formulaire avec la bonne. Rien de ce qui n’est pas confirmé n’est jamais compté ni envoyé. Une même adresse reçoit au plus trois e-mails par jour.',
  signAgain: 'Retour à la campagne',
  mailboxLead: 'Ceci est une démonstration : les e-mails ne sont pas vraiment envoyés, ils sont gardés ici.',
  mailboxLink: 'Ouvrir la boîte de démonstration',
  codeTitle: 'Saisir plutôt le code',
  codeLead: 'Si vous préférez ne pas ouvrir de lien, saisissez le code qui figure dans l’e-mail.',
  codeHint: 'Six chiffres, dans notre e-mail.',
  codeButton: 'Confirmer',
};

export const signed = {
  title: 'Merci. Votre signature compte.',
  lead: (title: string) => `Vous avez confirmé votre signature de la pétition « ${title} »`,
  lettersTitle: 'Écrivez maintenant à vos parlementaires',
  lettersText: 'Cela prend cinq minutes, et une lettre écrite avec vos propres mots pèse plus qu’un nom sur une liste.',
  lettersButton: 'Écrire une lettre',
  back: 'Retour à la campagne',
};

export const confirm = {
  signature: {
    pending: 'Confirmez votre signature',
    pendingLead:
      'Vérifiez que c’est bien ce que vous vouliez. Votre signature compte dès que vous appuyez sur le bouton.',
    button: 'Confirmer ma signature',
    done: 'Votre signature est déjà confirmée',
    doneLead: 'Elle est comptée ; il ne vous reste rien à faire.',
  },
  letter: {
    pending: 'Confirmez votre lettre',
    pendingLead:
      'Vérifiez que c’est bien ce que vous vouliez. Votre lettre est envoyée dès que vous appuyez sur le bouton.',
    button: 'Confirmer et envoyer ma lettre',
    done: 'Votre lettre est déjà confirmée',
    doneLead: 'Elle a été envoyée ou va l’être ; il ne vous reste rien à faire.',
    sendLead: 'Ce que nous envoyons par e-mail a été envoyé ou va l’être. Le reste, vous l’envoyez vous-même.',
    send: 'Comment l’envoyer',
  },
  petition: 'Campagne',
  notYou: 'Cela ne vous dit rien ? Fermez cette page : sans le bouton, rien ne se passe.',
  back: 'Vers la campagne',
};
