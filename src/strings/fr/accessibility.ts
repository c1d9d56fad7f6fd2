export const accessibility = {
  title: 'Accessibilité',
  lead: 'Personne ne devrait être empêché de signer ou d’écrire par sa façon de voir, d’entendre, de bouger ou de lire. Cette page dit ce qui a été testé, ce qui ne marche pas, et à qui le dire.',
  standard:
    'Nous construisons ce site selon les règles pour l’accessibilité des contenus web (WCAG) 2.2, niveau AA, dans chacune de ses langues. Nous ne connaissons rien sur nos propres pages qui y contrevienne ; mais jusqu’ici seuls des programmes l’ont testé, et les programmes ne trouvent pas tout.',

  goodTitle: 'Ce sur quoi vous pouvez compter',
  good: [
    'Vous pouvez signer et écrire avec le clavier seul, et sans JavaScript.',
    'Il n’y a ni énigme en images, ni mot de passe, ni son, ni image animée. Aucun formulaire n’expire pendant que vous écrivez.',
    'S’il manque quelque chose ou si quelque chose est faux, une liste au-dessus du formulaire le dit, avec un lien vers chaque champ. Ce que vous avez saisi est gardé.',
    'Les pages suivent vos réglages : clair ou sombre, couleurs forcées, texte plus grand, moins de mouvement. Elles tiennent sur un écran de 320 pixels de large sans défilement de côté.',
  ],

  testedTitle: 'Ce qui a été testé, et comment',
  tested: [
    'Chaque page que voient les personnes qui signent ou écrivent est examinée par le programme axe-core, dans chaque langue, en clair et en sombre ; de même chaque formulaire revenu avec des erreurs.',
    'Des programmes qui agissent comme des personnes signent et écrivent une lettre : avec le clavier seul, sans JavaScript, sur un petit téléphone avec une connexion lente, de droite à gauche, et en 繁體中文.',
    'On mesure aussi que le focus se voit, la taille de ce qui se presse, le texte à deux fois sa taille, les couleurs forcées et le mouvement réduit.',
    'Tout cela se passe dans le navigateur Chromium, à chaque changement du logiciel.',
  ],

  gapsTitle: 'Ce qui ne marche pas, ou n’est pas connu',
  gaps: [
    'Aucune personne qui dépend d’un lecteur d’écran, d’une loupe ou de la commande vocale n’a encore testé le site, et il n’a pas été testé dans Firefox ni dans Safari.',
    'Ce qu’une campagne dit avec ses propres mots et ses images relève de son équipe. Une image sans description serait une erreur de sa part ; merci de la lui signaler.',
    'Là où une campagne n’est pas traduite, vous lisez son texte dans une autre langue ; il est marqué comme tel. Ce qu’écrivent les signataires et les noms des parlementaires ne le sont pas : un lecteur d’écran peut les lire avec la mauvaise voix.',
    'Si beaucoup de formulaires viennent de votre réseau, il faut peut-être, sans JavaScript, attendre quelques minutes et envoyer le sien de nouveau.',
    'Certains parlementaires ne peuvent être joints que par un formulaire de contact. Ces formulaires ne sont pas les nôtres, et peuvent être faits d’une façon qui vous arrête.',
  ],

  tellTitle: 'À qui le dire',
  tell: 'Quelque chose vous arrête ? Écrivez à l’équipe de campagne. Dites sur quelle page, ce que vous vouliez faire, et quel appareil, quel navigateur et quelle aide vous utilisez. Écrivez-lui aussi si vous préférez signer d’une autre manière.',
  further:
    'Si cela ne suffit pas : dans beaucoup de pays, un organisme public reçoit les plaintes sur les sites web qui ne sont pas accessibles.',
  reviewed: (day: string) => `Cette page a été vérifiée pour la dernière fois à cette date : ${day}.`,
};
