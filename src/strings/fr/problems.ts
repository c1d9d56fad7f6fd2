export const problem = {
  status: (status: number) => `Erreur ${status}`,
  home: 'Vers toutes les campagnes',
  campaign: 'Vers la campagne',
};

/** What went wrong and what to do next, by HTTP status and by what happens to links and campaigns. */
export const problems = {
  400: {
    title: 'Nous n’avons pas pu lire cela',
    detail:
      'Ce que votre navigateur a envoyé était incomplet ou abîmé. Revenez en arrière, rechargez la page et réessayez.',
  },
  403: {
    title: 'Cela venait d’un autre site',
    detail:
      'Les formulaires ne sont acceptés que depuis nos propres pages. Ouvrez la campagne ici et envoyez le formulaire depuis là.',
  },
  404: {
    title: 'Cette page n’existe pas',
    detail:
      'L’adresse est peut-être mal saisie, ou la page a été déplacée. Toutes les campagnes sont sur la page d’accueil.',
  },
  405: {
    title: 'Cela ne marche pas ici',
    detail: 'Cette adresse répond à un autre type de requête. Ouvrez la campagne et utilisez son formulaire.',
  },
  408: {
    title: 'Cela a pris trop de temps',
    detail: 'Votre demande n’est pas arrivée entière à temps, et rien n’a été enregistré. Veuillez la renvoyer.',
  },
  410: {
    title: 'Cela n’existe plus',
    detail:
      'Ce qui se trouvait ici est terminé ou a été enlevé exprès. Toutes les campagnes sont sur la page d’accueil.',
  },
  413: {
    title: 'C’est trop long',
    detail: 'Ce que vous avez envoyé dépasse 64 ko. Raccourcissez votre texte et renvoyez-le.',
  },
  415: {
    title: 'Nous ne lisons pas ce format',
    detail:
      'Envoyez le formulaire comme le fait un navigateur, ou du JSON à l’API avec le type de contenu application/json.',
  },
  417: {
    title: 'Nous ne pouvons pas le promettre',
    detail:
      'Votre programme a envoyé un en-tête Expect que nous ne connaissons pas. Envoyez la demande sans cet en-tête.',
  },
  421: {
    title: 'Vous êtes à la mauvaise adresse',
    detail: 'Ce serveur ne répond pas pour ce nom d’hôte. Utilisez l’adresse que donne la campagne.',
  },
  422: {
    title: 'Il manque quelque chose, ou quelque chose ne va pas',
    detail: 'Vérifiez ce que vous avez saisi ; chaque champ dit quoi faire.',
  },
  429: {
    title: 'Trop d’envois',
    detail:
      'Beaucoup de formulaires sont venus de votre réseau en peu de temps. Attendez quelques minutes, puis renvoyez-le.',
  },
  431: {
    title: 'L’adresse ou ses en-têtes sont trop longs',
    detail: 'Raccourcissez l’adresse, ou supprimez les cookies de ce site, puis réessayez.',
  },
  500: {
    title: 'Quelque chose s’est cassé chez nous',
    detail:
      'Vous n’y êtes pour rien, et rien n’a été enregistré à moitié. Réessayez dans quelques minutes, s’il vous plaît.',
  },
  501: {
    title: 'Nous n’écrivons pas ce format',
    detail: 'Cette adresse répond en JSON. Demandez format=json, ou n’indiquez pas de format.',
  },
  503: {
    title: 'Beaucoup de monde en ce moment',
    detail:
      'Il y a ici plus de monde que nous ne pouvons en servir à la fois. Réessayez dans une minute, s’il vous plaît.',
  },
  signedOut: {
    title: 'Votre session est terminée',
    detail:
      'Elle a duré trop longtemps, ou elle a été fermée ailleurs. Rien n’a été changé. Connectez-vous et recommencez.',
  },
  notYours: {
    title: 'Ceci ne vous est pas ouvert',
    detail: 'Votre rôle ne le comprend pas. Qui a ici le rôle « owner » peut changer cela.',
  },
  tooManyTries: {
    title: 'Trop d’essais erronés',
    detail:
      'Pour que personne ne devine, aucun nouvel essai n’est possible pendant un quart d’heure au plus. Une clé d’accès (passkey) fonctionne entre-temps. Rien n’a été changé.',
  },
  invitationUnknown: {
    title: 'Nous ne connaissons pas cette invitation',
    detail:
      'Elle a peut-être été coupée, retirée ou remplacée par une plus récente. Copiez le lien entier, ou demandez-en un nouveau.',
  },
  invitationOver: {
    title: 'Cette invitation n’est plus valable',
    detail:
      'Elle sert une fois, et pendant trois jours. Si vous l’avez utilisée, connectez-vous. Si ce n’était pas vous, prévenez tout de suite quelqu’un qui a le rôle « owner » : cette personne peut réinitialiser l’invitation.',
  },
  campaignClosed: {
    title: 'Cette campagne est close',
    detail: 'Elle ne prend plus ni signatures ni lettres. Vous pouvez encore la lire et voir ce qu’elle a donné.',
  },
  signingPaused: {
    title: 'Les signatures sont suspendues',
    detail:
      'L’équipe de campagne les a suspendues pour le moment. Rien de ce que vous avez envoyé n’a été conservé : revenez plus tard, s’il vous plaît, et signez alors. Les liens des e-mails que vous avez déjà reçus fonctionnent encore.',
  },
  linkUnknown: {
    title: 'Nous ne connaissons pas ce lien',
    detail:
      'Il a peut-être été coupé dans l’e-mail. Copiez l’adresse entière, saisissez le code, ou signez de nouveau.',
  },
  linkEnded: {
    title: 'Cette signature n’est pas comptée',
    detail:
      'Elle a été retirée par la personne signataire, ou exclue du décompte par l’équipe de campagne. Vous pouvez signer de nouveau sur la page de la campagne.',
  },
  linkInvalidated: {
    title: 'Cette signature n’est pas comptée',
    detail:
      'L’équipe de campagne l’a exclue du décompte. Dans nos e-mails, tout lien vers « ce que nous conservons à votre sujet » mène à la raison, et à qui écrire si c’est une erreur.',
  },
  letterLinkUnknown: {
    title: 'Nous ne connaissons pas ce lien',
    detail: 'Il a peut-être été coupé dans l’e-mail. Copiez-y l’adresse entière, jusqu’à son dernier caractère.',
  },
  letterGone: {
    title: 'Cette lettre n’est plus conservée ici',
    detail:
      'La personne qui l’a écrite l’a fait supprimer, ou le temps de la campagne est écoulé. On ne peut plus rien en voir ni en dire ici. L’e-mail d’où vous venez indique à qui s’adresser.',
  },
  askedLinkLapsed: {
    title: 'Ce lien n’est plus valable',
    detail:
      'Un lien que vous avez demandé fonctionne une semaine, et plus du tout une fois que tout a été supprimé. Si vous voulez encore voir ce que nous conservons à votre sujet, demandez-en un nouveau.',
  },
  linkExpired: {
    title: 'Ce lien ne mène plus nulle part',
    detail:
      'Soit il n’a pas été utilisé à temps, et rien n’a été compté ni envoyé ; soit ce à quoi il menait a été supprimé, comme le voulait la personne concernée. Sur la page de la campagne, vous pouvez recommencer.',
  },
};
