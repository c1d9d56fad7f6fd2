import { plural } from '../plural.ts';

/** The page of a writer who takes a letter to its representatives themselves. A name never follows “de” or “que”. */
export const sendYourself = {
  title: 'Envoyez votre lettre vous-même',
  mailed: (count: number) =>
    plural('fr', count, {
      one: 'Une personne la reçoit de nous par e-mail.',
      other: `${count} parlementaires la reçoivent de nous par e-mail.`,
    }),
  left: (count: number) =>
    plural('fr', count, {
      one: 'Il reste une personne que vous joignez vous-même : quelques minutes, et voici tout ce qu’il vous faut.',
      other: `Il reste ${count} parlementaires que vous joignez vous-même : quelques minutes chaque fois, et voici tout ce qu’il vous faut.`,
    }),
  allDone: 'Il ne vous reste rien à envoyer. Merci.',
  sealed:
    'Ce lien n’ouvre pas votre lettre : son texte se trouve dans la copie que nous vous avons envoyée par e-mail, et ici par le lien de l’e-mail qui vous demandait de confirmer cette lettre.',
  textGone:
    'Le texte a été supprimé au terme des jours pendant lesquels nous le gardons ; votre boîte de réception en a une copie.',

  states: {
    waiting: 'Pas encore envoyée.',
    'mail-failed': 'Notre e-mail n’y est pas arrivé. Voici comment joindre cette personne autrement.',
    sent: (when: string) => `Vous nous avez dit l’avoir envoyée : ${when}.`,
  },
  leftOffice: 'Cette personne n’est plus en fonction : il n’y a rien à envoyer.',
  another: (way: string) => `Ou ${way}`,
  ways: { form: 'par le formulaire de contact', phone: 'par téléphone', post: 'par courrier postal' },

  form: {
    title: 'Par le formulaire de contact',
    copyLead: 'Copiez votre lettre. Sans le bouton : cliquez dans le texte, sélectionnez tout et copiez.',
    subject: (name: string) => `Objet de votre lettre à ${name}`,
    body: (name: string) => `Votre lettre à ${name}`,
    copySubject: 'Copier l’objet',
    copyBody: 'Copier la lettre',
    copied: 'Copié.',
    openLead:
      'Ouvrez le formulaire, collez-y la lettre et envoyez-la de là. Il vous demandera peut-être votre adresse.',
    open: 'Ouvrir le formulaire de contact (nouvel onglet)',
  },
  phone: {
    title: 'Par téléphone',
    call: (number: string) => `Appeler le ${number}`,
    lead: 'Une minute suffit. Le plus souvent, quelqu’un de l’équipe répond et note ce que vous souhaitez. Dites-le avec vos propres mots, ou ainsi :',
    hello: (name: string, place: string) => `Bonjour, je m’appelle ${name}. J’habite à … (votre commune), ${place}.`,
    about: (representative: string, subject: string) =>
      `J’appelle pour demander quelque chose à ${representative}. Le sujet : « ${subject} ».`,
    ask: (representative: string) =>
      `Pourriez-vous transmettre ce message à ${representative} et me dire quelle est sa position ?`,
    reply: (email: string) => `On peut me répondre à l’adresse ${email}. Merci.`,
    nobody: 'Si personne ne répond',
    nobodyLead:
      'C’est un répondeur ? Dites la même chose, lentement, avec votre code postal et votre numéro de téléphone. Cela sonne dans le vide ? En semaine, entre dix heures et seize heures, c’est le mieux ; réessayez un autre jour.',
  },
  post: {
    title: 'Par courrier postal',
    lead: 'Imprimez-la, signez-la et envoyez-la à :',
    print: 'Ouvrir la lettre à imprimer',
  },

  didYou: 'L’avez-vous envoyée ?',
  sent: (name: string) => `Oui, je l’ai envoyée à ${name}`,
  notSent: (name: string) => `Non, je ne l’ai pas encore envoyée à ${name}`,
  sign: 'Signer aussi la pétition',
  back: 'Retour à la campagne',
  data: 'Ce que nous conservons à votre sujet',
};

/** The letter on paper. */
export const letterPrint = {
  title: 'Imprimez votre lettre',
  lead: 'Imprimez-la à 100 %, sans les en-têtes et pieds de page du navigateur. Pliez-la en trois : l’adresse apparaît alors dans la fenêtre d’une enveloppe courante.',
  typed:
    'Ajoutez votre rue et votre commune, pour qu’on puisse vous répondre par courrier. Ce que vous saisissez ici reste dans votre navigateur.',
  street: 'Votre numéro et votre rue',
  town: 'Votre code postal et votre commune',
  print: 'Imprimer',
  back: 'Retour à l’envoi',
  signature: 'Place pour votre signature',
};
