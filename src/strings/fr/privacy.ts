/** The page /privacy, in plain words. A sentence that no test proves does not belong here; docs/privacy.md names the tests. */
export const privacy = {
  title: 'Protection des données, en mots simples',
  lead: 'Signer peut être un risque. Cette page dit ce que ce site conserve, qui peut le lire, pour combien de temps, et ce qu’obtiendrait quelqu’un qui s’en emparerait de force.',
  short: (keyHere: boolean) => [
    `Qui voit mon nom ? L’équipe de campagne ${keyHere ? 'et, tant que sa clé se trouve sur ce serveur, quiconque contrôle le serveur ; personne d’autre' : 'et personne d’autre'}, sauf si vous cochez qu’il peut être affiché.`,
    'Et si la base de données est volée ? Votre nom n’y figure sous aucune forme lisible pour qui la vole.',
    'Comment faire marche arrière ? Par le lien de l’e-mail que vous avez reçu : voir, masquer, retirer ou supprimer, à tout moment, sans rien demander à personne.',
  ],
  demo: 'Ceci est une démonstration : les e-mails ne sont pas envoyés mais écrits dans des fichiers sur cette machine, et ces fichiers peuvent être lus. Une fois un serveur de messagerie configuré, il n’en reste rien.',
  keyOnServer:
    'Ce site est encore en préparation : la clé de l’équipe de campagne se trouve sur le même serveur. Tant qu’elle y reste, quiconque s’empare du serveur peut lire ce qui est scellé.',

  storedTitle: 'Ce qui est conservé, et qui peut le lire',
  sealed: (keyHere: boolean) =>
    `« Scellé » veut dire ici : fermé de telle façon que ce qui ferme ne peut pas rouvrir. Seule la clé de l’équipe de campagne l’ouvre, ${keyHere ? 'et pour l’instant elle se trouve encore sur ce serveur' : 'et l’équipe la garde ailleurs que sur ce serveur'}.`,
  stored: (keyHere: boolean) => [
    {
      what: 'Votre nom, votre adresse e-mail, votre code postal, votre commentaire et votre souhait de recevoir des nouvelles ou non',
      how: `Scellés à l’instant où vous appuyez sur le bouton. ${keyHere ? 'Tant que la clé de l’équipe de campagne se trouve sur ce serveur, quiconque contrôle le serveur peut les ouvrir à tout moment.' : 'Pendant dix minutes au plus, ce serveur pourrait encore ouvrir ce qu’il vient de sceller ; ensuite, il oublie comment.'} L’équipe de campagne peut les ouvrir, et vous aussi, avec le lien de l’e-mail que vous avez reçu.`,
    },
    {
      what: 'Votre nom, votre pays et votre commentaire, si vous avez coché qu’ils peuvent être affichés',
      how: 'Affichés pour tout le monde sur la page de la campagne, mais seulement après votre confirmation. Dans la base de données, le nom et le commentaire sont verrouillés avec une clé de ce serveur. Vous pouvez les masquer de nouveau à tout moment.',
    },
    {
      what: 'Votre pays, votre langue, le code du lien suivi pour venir ici, et l’heure',
      how: 'La personne ou l’organisation qui exploite ce site peut les lire, pour compter les signatures selon ces critères. Ils figurent à côté d’un numéro et non de votre nom. Les heures sont arrondies à l’heure inférieure.',
    },
    {
      what: 'Une empreinte de votre adresse',
      how: 'Pour qu’une boîte e-mail ne signe qu’une fois. Elle est faite avec une clé secrète qui se trouve hors de la base de données : sans elle, nul ne peut vérifier si une adresse y figure. La clé est détruite quand la campagne est close définitivement.',
    },
    {
      what: 'Votre lettre, si vous en avez écrit une',
      how: 'Verrouillée avec une clé à elle, que ce serveur possède pour pouvoir l’envoyer. À qui vous avez écrit, si la lettre est arrivée, si vous nous avez signalé une réponse et à peu près quelle part en vient du modèle de la campagne : cela est gardé à côté d’un numéro ; l’équipe de campagne peut y associer votre nom.',
    },
    {
      what: 'Les e-mails qui attendent de vous être envoyés',
      how: 'Verrouillés avec une clé de ce serveur, une nouvelle toutes les dix minutes ; à côté figurent l’heure à laquelle ils ont été écrits et celle du prochain essai. Un e-mail parti est supprimé, et la clé aussi, une fois que tous ceux de ces dix minutes sont partis. Qu’il y ait eu un e-mail est oublié au bout de quatre semaines.',
    },
    {
      what: 'Quelles signatures sont venues du même réseau le même jour, et quelles adresses ont le même fournisseur de messagerie',
      how: 'Pour trouver les signatures qu’une machine invente. C’est une étiquette faite avec une clé secrète, à côté du numéro, pendant deux semaines. La clé des réseaux n’existe que dans la mémoire du serveur et est jetée chaque jour : après cela, nul ne peut retrouver de quel réseau il s’agissait, nous non plus. Aussi longtemps, il est noté si un champ que seules les machines voient a été rempli.',
    },
    {
      what: 'Votre adresse réseau, des cookies, ce que vous lisez',
      how: 'Non conservés par ce site. Il ne dépose aucun cookie et ne charge rien qui vienne de tiers. Ce qui se trouve devant lui, comme un hébergeur, tient peut-être ses propres registres.',
    },
  ],

  takenTitle: 'Qu’obtiendrait quelqu’un ?',
  taken: (keyHere: boolean) => [
    {
      who: 'Une personne qui vole une copie de la base de données',
      gets: 'Pour chaque numéro : le pays, la langue, l’heure, le code d’un lien, si la signature a été confirmée, retirée ou exclue du décompte, lesquelles sont venues d’un même réseau un même jour au cours des deux dernières semaines, à qui des lettres ont été envoyées et à peu près quelle part de chacune vient du modèle de la campagne ; aussi quelle signature et quelles lettres viennent de la même adresse, mais non de laquelle. Aucun nom, aucune adresse, aucun code postal, aucun commentaire, aucune lettre.',
    },
    {
      who: 'Une personne qui vole une sauvegarde',
      gets: 'Rien, sans une clé de l’équipe de campagne.',
    },
    {
      who: 'Une personne qui vole tout ce qui se trouve sur le serveur',
      gets: `Ce que contient la base de données, les noms et commentaires de toutes les personnes qui ont coché qu’ils peuvent être affichés, et en plus : les e-mails qui attendent d’être envoyés et ce que leurs liens ouvrent, les lettres des dernières semaines avec qui les a écrites, et un moyen de vérifier si une adresse déjà connue a signé. ${keyHere ? 'Et avec la clé de l’équipe de campagne, qui s’y trouve encore, la liste des signataires et tout le reste de ce qui est scellé.' : 'Pas la liste des signataires : la clé de l’équipe de campagne n’y est pas.'}`,
    },
    {
      who: 'Une personne qui saisit le serveur pendant qu’il fonctionne, et le laisse fonctionner',
      gets: `Tout cela, et ce qui a été saisi au cours des dix dernières minutes, peut-être des traces de ce qui est passé un peu plus tôt par sa mémoire, et tout ce qui est saisi à partir de là. ${keyHere ? 'Et avec la clé de l’équipe de campagne, qui s’y trouve encore, tout ce qui était déjà scellé.' : 'Ce qui était déjà scellé le reste.'}`,
    },
    {
      who: 'Un tribunal ou une autorité',
      gets: `De la personne ou de l’organisation qui exploite ce site : ce qui se trouve sur le serveur, comme ci-dessus. ${keyHere ? 'Pour l’instant, cela comprend la clé de l’équipe de campagne, qui ouvre les signatures.' : 'Pour ouvrir des signatures, il faut s’adresser à l’équipe de campagne, qui détient la clé.'}`,
    },
    {
      who: 'Votre fournisseur de messagerie',
      gets: 'Les e-mails que nous vous envoyons : le fait qu’une confirmation vous a été demandée, et le lien qui ouvre ce que vous avez saisi. Supprimez l’e-mail s’il est un risque pour vous ; gardez-le si vous voulez voir ou retirer plus tard ce que vous avez saisi.',
    },
    {
      who: 'La personne ou l’organisation qui exploite le serveur de noms que ce serveur interroge',
      gets: 'Le fait qu’un e-mail part vers un domaine : ce qui suit le @ dans votre adresse, et rien de ce qui précède. La personne ou l’organisation qui exploite ce site peut désactiver cela.',
    },
    {
      who: 'Quelqu’un qui a une clé de l’équipe de campagne, volée ou prêtée',
      gets: 'Avec une copie de la base de données : tout ce qui a été scellé pour cette clé. Le reste de l’équipe peut écarter la clé de ce qui est conservé ici, mais non d’une copie faite auparavant.',
    },
  ],

  keptTitle: 'Pour combien de temps',
  kept: (days: { unconfirmed: string; letterText: string; afterClose: string }) => [
    `Ce que vous ne confirmez pas est supprimé au bout de ${days.unconfirmed}, même si l’équipe de campagne l’a exclu du décompte auparavant.`,
    'De quel réseau et de quel fournisseur de messagerie des signatures sont venues ensemble est oublié au bout de deux semaines.',
    `Le texte d’une lettre est supprimé ${days.letterText} après son écriture.`,
    `Tout le reste à votre sujet est supprimé ${days.afterClose} après la fin de la campagne. Le nombre de signatures demeure.`,
    'Ce que vous supprimez vous-même est supprimé aussitôt. Nous gardons une note, sans votre nom ni votre adresse, qui le fera supprimer de nouveau si une sauvegarde était un jour restaurée.',
  ],
  days: (days: string) => `${days} jours`,

  rightsTitle: 'Ce que vous pouvez faire',
  rights:
    'Ce qui est conservé à votre sujet, vous pouvez le voir, le télécharger, le masquer, le retirer et le supprimer, par le lien de l’e-mail que vous avez reçu. Sans cet e-mail, demandez un nouveau lien, sauf si la campagne a été close définitivement.',
  rightsLink: 'Que conservez-vous à mon sujet ?',
  ask: (controller: string) => `Responsable du traitement des données de cette campagne : ${controller}. Contact :`,
  complain:
    'Vous pouvez aussi introduire une réclamation auprès de l’autorité de protection des données de votre pays.',
};
