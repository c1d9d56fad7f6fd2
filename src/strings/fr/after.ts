import { plural } from '../plural.ts';

/** The pages that the mail `did-they-answer` leads to. A name never follows “de” or “que”, which it might shorten. */
export const answered = {
  title: (name: string) => `${name} : avez-vous reçu une réponse ?`,
  lead: {
    yes: (name: string) => `Appuyez sur le bouton pour nous dire : oui, ${name} a répondu à votre lettre.`,
    no: (name: string) => `Appuyez sur le bouton pour nous dire : non, ${name} n’a pas répondu à votre lettre.`,
  },
  acknowledgement: 'Un accusé de réception automatique n’est pas une réponse.',
  button: { yes: 'Oui, il y a eu une réponse', no: 'Pas encore de réponse' },
  instead: { yes: 'Ou dites qu’il y a eu une réponse', no: 'Ou dites qu’il n’y en a pas encore eu' },
  stored:
    'L’équipe de campagne voit combien ont répondu, et qui ne l’a pas fait. Le contenu de la réponse reste entre vous.',
  thanksTitle: 'Merci',
  thanks: {
    yes: (name: string) => `C’est noté : ${name} a répondu à votre lettre.`,
    no: (name: string) => `C’est noté : ${name} n’a pas encore répondu à votre lettre.`,
  },
  nothingYet: 'Vous ne nous avez encore rien dit.',
  change: { yes: 'Il y a finalement eu une réponse', no: 'Il n’y a finalement pas eu de réponse' },
  later: 'Vous pouvez changer cela à tout moment, par les mêmes liens dans notre e-mail.',
  back: 'Vers la campagne',
};

/** The page for whoever got a letter. */
export const why = {
  title: 'Pourquoi vous avez reçu cette lettre',
  lead: (name: string, campaign: string) =>
    `Pour ${name} et son équipe, au sujet des lettres de la campagne « ${campaign} ».`,
  chosenTitle: 'Quelqu’un a choisi de vous écrire',
  chosen:
    'Une personne a cherché votre adresse, a écrit ou modifié la lettre, y a mis son nom et a prouvé que l’adresse qui y figure est la sienne, par un lien que nous y avons envoyé. Nous avons envoyé la lettre pour elle. Une réponse va directement à cette personne, pas à nous.',
  directoryTitle: 'D’où vient votre adresse',
  directory: (title: string) => `Votre adresse figure dans le répertoire « ${title} ».`,
  source: (source: string) => `Sa source : ${source}.`,
  asOf: (day: string) => `Il montre la situation au ${day}.`,
  campaignTitle: 'Qui est derrière',
  campaign: (publisher: string) => `${publisher} publie la campagne :`,
  countTitle: 'Combien de personnes vous ont écrit',
  count: (count: number, number: string) =>
    plural('fr', count, {
      one: `${number} personne vous a écrit dans le cadre de cette campagne, avec une adresse vérifiée.`,
      many: `${number} de personnes vous ont écrit dans le cadre de cette campagne, chacune avec une adresse vérifiée.`,
      other: `${number} personnes vous ont écrit dans le cadre de cette campagne, chacune avec une adresse vérifiée.`,
    }),
  paced:
    'Les lettres ne partent pas toutes d’un coup : chacune est envoyée à part, aux heures de bureau, et en nombre limité par heure et par jour.',
  correctTitle: 'Quelque chose ne va pas ?',
  correct: (publisher: string) =>
    `Si vous n’exercez plus cette fonction, si cette adresse n’est pas la bonne ou si autre chose ne va pas, écrivez à ${publisher} :`,
  pauseTitle: 'Demander une pause',
  pauseLead:
    'Si les lettres arrivent plus vite que votre équipe ne peut les lire, demandez une pause. L’équipe de campagne décide ; on peut toujours vous écrire directement. Un clic ne suffit pas à tout arrêter : les personnes qui vous écrivent sont le plus souvent celles que vous représentez.',
  pauseButton: 'Demander une pause',
  again: 'Demander encore une fois',
  open: (day: string) =>
    `Une pause a été demandée le ${day}. L’équipe de campagne décide ; d’ici là, les lettres continuent. On peut toujours vous écrire directement.`,
  declined: (day: string) =>
    `Une pause a été demandée et l’équipe de campagne l’a refusée le ${day}. Écrivez-lui pour savoir pourquoi, ou demandez encore une fois.`,
  paused: (day: string) =>
    `Depuis le ${day}, ce site ne vous envoie plus de lettres, jusqu’à ce que l’équipe de campagne mette fin à la pause. On peut toujours vous écrire directement.`,
};
