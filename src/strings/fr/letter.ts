import { plural } from '../plural.ts';

export const letter = {
  title: 'Écrivez à vos parlementaires',
  description: 'Trouvez qui vous représente, écrivez avec vos propres mots et voyez exactement ce qui sera envoyé.',
  steps: (most: number) =>
    plural('fr', most, {
      one: 'Choisissez une personne. Si elle a une adresse e-mail, elle reçoit un e-mail de notre part, avec votre adresse pour vous répondre ; sinon, vous la joignez vous-même, avec notre aide.',
      other: `Choisissez jusqu’à ${most} parlementaires. Qui a une adresse e-mail reçoit de notre part un e-mail à part, avec votre adresse pour vous répondre ; les autres, vous les joignez vous-même, avec notre aide.`,
    }),
  verifyFirst: 'Rien n’est envoyé avant que vous ayez confirmé votre propre adresse.',
  where: 'Où habitez-vous ?',
  find: 'Trouver des parlementaires',
  change: 'Afficher les parlementaires',
  byPostcode: 'Trouvez qui vous représente avec votre code postal',
  postcodePrivate: 'Il nous sert à trouver votre territoire et nous ne le gardons pas.',
  findAreas: 'Chercher',
  postcodeSource: (source: string) => `Codes postaux : ${source.replace(/\.$/, '')}.`,
  orChoose: 'Ou choisissez',
  search: 'Nom, territoire ou parti',
  more: 'Quelqu’un d’autre : nom, territoire ou parti',
  findMore: 'En trouver d’autres',
  within: (areas: string[]) =>
    areas.length === 1
      ? `Territoire : ${areas.join()}.`
      : `Plusieurs territoires correspondent : ${areas.join(' ; ')}. Choisissez qui vous représente.`,
  rest: (count: string) =>
    `Autres résultats : ${count}. Pour les voir, choisissez un territoire ou cherchez un nom, un territoire ou un parti.`,
  nobodyFits: 'Personne ne correspond. Essayez une autre graphie, une partie du nom ou tous les territoires.',
  others: 'Vous pouvez aussi écrire à d’autres, avec une autre lettre',
  writeToThese: (titles: string[], count: string) => `Leur écrire : ${titles.join(', ')} (${count})`,
  allAreas: 'Tous les territoires',
  who: 'À qui écrire',
  none: (country: string) =>
    `Nous ne connaissons pas encore de parlementaires pour ce pays (${country}). Choisissez un autre pays, ou signez la pétition.`,
  source: (source: string) => `Source : ${source}.`,
  asOf: (day: string) => `État au ${day}.`,
  show: (count: string) => `Afficher ${count} parlementaires`,
  paused: 'L’envoi d’e-mails est suspendu jusqu’à nouvel ordre.',
  channels: {
    email: 'par e-mail, de notre part',
    form: 'par le formulaire de contact : c’est vous qui l’envoyez',
    phone: 'par téléphone : nous vous donnons les mots',
    post: 'par courrier postal : vous imprimez la lettre',
    none: 'Aucun moyen de joindre cette personne n’est connu.',
  },
  you: 'À propos de vous',
  emailHint: 'Les parlementaires la voient et y répondent.',
  postcodeHint:
    'Beaucoup de parlementaires ne répondent qu’aux personnes de leur territoire. Le code postal figure sous votre lettre.',
  yourLetter: 'Votre lettre',
  placeholders: 'Laissez {{ representative }} et {{ name }} tels quels : chaque exemplaire reçoit les bons noms.',
  preview: 'Aperçu',
  send: 'Envoyer pour confirmation',
  stored: (publisher: string) =>
    `Votre lettre va aux parlementaires de votre choix et, en copie, à vous. Sur le serveur où ${publisher} la conserve, elle est scellée avec tout ce que vous saisissez par ailleurs ; l’équipe de campagne peut ouvrir votre nom et votre adresse. Le texte de la lettre est supprimé au bout de quelques semaines.`,
  privacy: 'Protection des données, en mots simples',
};

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: 'Ce qui est de vous',
  meter: 'Vos propres mots',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return 'Tout est écrit avec vos propres mots : c’est ce qui donne du poids à une lettre.';
    if (tenths < 5) return 'L’essentiel est écrit avec vos propres mots : c’est ce qui donne du poids à une lettre.';
    return `${templatesPart(tenths)} Un paragraphe de vous lui donne du poids.`;
  },
  ask: 'Un paragraphe de vous suffit. Par exemple :',
  questions: [
    'Qu’avez-vous vécu, vous ou quelqu’un que vous connaissez ?',
    'Pourquoi est-ce important là où vous vivez ?',
    'Que devraient faire vos parlementaires ?',
  ],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return 'Chaque mot vient du modèle.';
  if (tenths === 5) return 'Environ la moitié des mots viennent du modèle.';
  return `Environ ${{ 6: 'six', 7: 'sept', 8: 'huit', 9: 'neuf' }[tenths] ?? tenths} mots sur dix viennent du modèle.`;
}

export const letterPreview = {
  title: 'Voici ce qui sera envoyé',
  lead: (mails: number, others: number) =>
    [
      mails > 0 &&
        plural('fr', mails, {
          one: 'Un e-mail, exactement tel qu’il figure ici.',
          other: `${mails} e-mails, exactement tels qu’ils figurent ici.`,
        }),
      others > 0 &&
        plural('fr', others, {
          one: 'Une lettre que vous transmettez vous-même : dès qu’elle est confirmée, nous vous montrons comment.',
          other: `${others} lettres que vous transmettez vous-même : dès qu’elles sont confirmées, nous vous montrons comment.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
  verifyFirst: 'Rien n’est envoyé avant que vous ayez confirmé votre propre adresse.',
  from: 'De',
  replyTo: 'Répondre à',
  to: 'À',
  way: 'Moyen',
  subject: 'Objet',
  send: 'Envoyer pour confirmation',
  edit: 'Modifier',
};

export const letterSent = {
  title: 'Merci. Votre lettre est en route.',
  lead: 'Votre adresse est confirmée. Chaque parlementaire qui a une adresse e-mail reçoit un e-mail à part ; ces envois se font aux heures de bureau, quelques-uns à la fois. Vous en recevez une copie tout de suite. S’il y a une personne que vous joignez vous-même, ou à qui vous avez déjà écrit ici, la copie le dit.',
  reply: 'Les réponses arrivent directement dans votre boîte ; cela peut prendre quelques semaines.',
  sign: 'Signer aussi la pétition',
  back: 'Retour à la campagne',
};
