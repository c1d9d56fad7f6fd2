import { plural } from '../plural.ts';

/** The page where somebody asks for a link to what we hold about them. */
export const me = {
  title: 'Que conservez-vous à mon sujet ?',
  lead: 'À la fin de chaque e-mail que vous avez reçu de nous se trouve un lien vers tout ce que nous conservons à votre sujet : pour le voir, masquer votre nom, le retirer ou le supprimer.',
  lost: 'Vous n’avez plus ces e-mails ?',
  lostLead:
    'Saisissez l’adresse avec laquelle vous avez signé ou écrit. Si nous la connaissons, un nouveau lien y est envoyé. Il ouvre votre page ; votre nom et tout ce que vous avez saisi ne s’ouvrent qu’avec le lien de notre premier e-mail, car lui seul contient la clé.',
  closed: (campaigns: string) =>
    `Dans les campagnes closes définitivement, plus personne ne peut rechercher une adresse, nous non plus. Seul le lien de votre e-mail y mène à votre page : ${campaigns}.`,
  button: 'Envoyez-moi un lien',
  mailedTitle: 'Regardez votre boîte de réception',
  mailed:
    'Si nous conservons quelque chose à propos de cette adresse, un lien est en route. Si rien n’arrive dans les cinq minutes, regardez dans le dossier des indésirables (spam) ; il se peut aussi que nous n’ayons rien sur cette adresse, ou que trois e-mails lui aient déjà été envoyés aujourd’hui.',
  erasedTitle: 'Tout est supprimé',
  erased:
    'Votre signature, vos lettres et tout ce que nous conservions à propos de votre adresse dans cette campagne ont été supprimés de notre base de données. Nous gardons une note, sans votre nom ni votre adresse, qui les fera supprimer de nouveau si une sauvegarde était un jour restaurée. Ce qui a déjà été envoyé par e-mail reste chez les personnes qui l’ont reçu.',
};

/** The page that a link opens. */
export const yourData = {
  title: 'Ce que nous conservons à votre sujet',
  lead: (campaign: string) => `Dans la campagne « ${campaign} »`,
  signature: 'Votre signature',
  state: 'État',
  states: {
    pending: 'Attend votre confirmation ; pas encore comptée',
    confirmed: 'Confirmée et comptée',
    withdrawn: 'Retirée ; non comptée',
    expired: 'Expirée ; non comptée',
    invalidated: 'Exclue du décompte par l’équipe de campagne',
  },
  gathered: 'Recueillie',
  /** Nothing is said of those that were gathered here. */
  origins: {
    site: '',
    paper: 'Sur papier, et apportée par l’équipe de campagne',
    import: 'Ailleurs, et apportée par l’équipe de campagne',
  },
  signedAt: 'Signée',
  writtenAt: 'Écrite',
  templateShare: 'Part du modèle de la campagne',
  inTen: (tenths: number) => `environ ${tenths} mots sur 10`,
  confirmedAt: 'Confirmée',
  invalidatedAt: 'Exclue du décompte',
  invalidatedWhy: 'La raison donnée par l’équipe de campagne',
  invalidatedNote: (publisher: string, contact: string) =>
    `${publisher} a exclu votre signature du décompte. Rien n’en est affiché ni compté, et signer de nouveau n’y change rien. Si c’est une erreur, écrivez à ${contact}. Vous pouvez aussi la retirer, pour qu’elle reste exclue quelle que soit la décision, ou tout supprimer.`,
  toTheHour: (time: string) => `${time} (à l’heure près)`,
  source: 'Venue par le lien portant le code',
  language: 'Langue',
  sealedSignature:
    'Votre nom, votre adresse, votre code postal, votre commentaire et votre choix de recevoir ou non des nouvelles sont scellés. Ce serveur n’en a pas la clé : ils s’ouvrent avec le lien de l’e-mail qui vous demandait de confirmer, et pour l’équipe de campagne.',
  sealedElsewhere:
    'Votre nom, votre adresse, votre code postal et votre commentaire ont été apportés par l’équipe de campagne et sont scellés : ce serveur n’en a pas la clé et aucun lien ne les ouvre. Adressez-vous à l’équipe de campagne si vous voulez les voir.',
  agreedElsewhere: 'Ce à quoi vous avez consenti figurait là où vous avez signé ; l’équipe de campagne l’a.',
  sealedLetter:
    'Votre nom, votre adresse, votre code postal et la lettre elle-même sont scellés : ils s’ouvrent avec le lien de l’e-mail qui vous demandait de confirmer cette lettre.',
  resubmissions: (count: number) =>
    plural('fr', count, {
      one: 'Un formulaire portant votre adresse attend sa propre confirmation ; seul le lien de son e-mail l’ouvre.',
      other: `${count} formulaires portant votre adresse attendent leur propre confirmation ; seuls les liens de leurs e-mails les ouvrent.`,
    }),
  agreed: 'Ce que vous avez signé',
  consent: 'Ce à quoi vous avez consenti',
  ticked: 'Vous avez coché :',
  notTicked: 'Vous n’avez pas coché :',
  tickedSealed: 'Que vous l’ayez coché ou non est scellé :',
  shown: 'Affiché publiquement',
  shownAs: {
    shown: 'Voici ce qui est affiché sur la page de la campagne :',
    waiting: 'Vous avez choisi d’afficher ceci. L’équipe de campagne ne l’a pas encore relu :',
    hidden: 'Vous avez choisi d’afficher ceci. L’équipe de campagne ne l’affiche pas :',
  },
  /** Of a name that its signer chose to show. */
  standings: {
    waiting: 'Pas encore : en attente de l’équipe de campagne',
    hidden: 'Non : l’équipe de campagne ne l’affiche pas',
  },
  hidden: 'Rien à votre sujet n’est affiché sur la page de la campagne.',
  hide: 'Masquer mon nom',
  show: 'Afficher mon nom, mon pays et mon commentaire',
  cannotShow:
    'Pour que votre nom soit affiché, passez par le lien de l’e-mail qui vous a servi à confirmer : lui seul ouvre votre nom.',
  cannotShowElsewhere: 'Pour que votre nom soit affiché, signez aussi ici : vous comptez une seule fois.',
  news: 'Nouvelles par e-mail',
  newsOff: 'Vous ne voulez plus de nouvelles. La liste de l’équipe de campagne l’indique.',
  newsLead:
    'L’équipe de campagne peut vous envoyer des nouvelles si vous avez coché cette case. Ici, vous revenez sur ce choix.',
  noNews: 'Pas de nouvelles, s’il vous plaît',
  withdrawTitle: 'Retirer votre signature',
  withdrawLead:
    'Elle ne compte plus, n’est plus affichée ni exportée. Ce que vous avez saisi reste scellé jusqu’à ce que vous le supprimiez ou que le temps de la campagne soit écoulé.',
  withdraw: 'Retirer ma signature',
  signAgain: 'Signer de nouveau',
  letter: (number: number) => `Lettre ${number}`,
  letterStates: {
    pending: 'Attend votre confirmation ; non envoyée',
    verified: 'Confirmée',
    expired: 'Expirée ; non envoyée',
  },
  answers: 'Les réponses, d’après ce que vous nous avez dit',
  answer: { yes: (name: string) => `${name} : a répondu`, no: (name: string) => `${name} : pas encore de réponse` },
  channels: {
    email: 'par e-mail',
    form: 'par le formulaire de contact',
    phone: 'par téléphone',
    post: 'par courrier postal',
    none: 'aucun moyen connu',
  },
  delivery: (name: string, channel: string, state: string) => `${name} : ${channel} ; ${state}`,
  deliveryStates: {
    unconfirmed: 'attend votre confirmation',
    queued: 'en route',
    yours: 'attend que vous l’envoyiez',
    sent: 'envoyée',
    bounced: 'revenue, l’adresse l’a refusée',
    failed: 'n’a pas pu être envoyée',
    'handed-over': 'envoyée par vous',
    repeated: 'non envoyée : vous aviez déjà écrit à cette personne',
  },
  sendYourself: 'Comment l’envoyer vous-même',
  textGone: 'Le texte a été supprimé au terme des jours pendant lesquels nous le gardons.',
  json: 'Sous forme de fichier',
  download: 'Télécharger',
  jsonLead: 'Toute cette page sous une forme que lisent les programmes (JSON).',
  eraseTitle: 'Tout supprimer',
  eraseLead:
    'Votre signature ne compte plus, les lettres qui ne sont pas encore parties ne sont pas envoyées, et tout ce que nous conservons à propos de votre adresse dans cette campagne est supprimé ; une note sans votre nom ni votre adresse le fait supprimer de nouveau si une sauvegarde est restaurée. C’est irréversible. Ce qui a déjà été envoyé par e-mail reste chez les personnes qui l’ont reçu.',
  sure: 'Oui, supprimer tout ce qui me concerne.',
  sureMissing: 'Cochez la case si vous voulez vraiment tout supprimer.',
  erase: 'Tout supprimer',
  done: {
    show: 'Votre nom est affiché maintenant.',
    'show-waiting': 'Vous avez choisi d’afficher votre nom. Il paraîtra une fois que l’équipe de campagne l’aura relu.',
    'show-hidden': 'Vous avez choisi d’afficher votre nom. L’équipe de campagne ne l’affiche pas.',
    hide: 'Votre nom est masqué maintenant.',
    'no-news': 'Vous ne figurerez sur aucune liste de nouvelles.',
    withdraw: 'Votre signature est retirée. Elle ne compte plus.',
  },
  refused: 'Cela n’a pas pu se faire : la page avait changé entre-temps. Voici où elle en est maintenant.',
};
