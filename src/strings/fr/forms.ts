import { plural } from '../plural.ts';

/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: 'Votre nom',
  email: 'Adresse e-mail',
  country: 'Pays',
  chooseCountry: 'Choisissez…',
  postcode: 'Code postal',
  comment: 'Pourquoi signez-vous ?',
  public: 'Affiché publiquement',
  updates: 'Nouvelles par e-mail',
  area: 'Territoire',
  subject: 'Objet',
  body: 'Votre lettre',
  representative: 'Parlementaires',
  code: 'Code à six chiffres',
  optional: '(facultatif)',
  yes: 'Oui',
  no: 'Non',
  meant: (address: string) => `Vouliez-vous dire ${address} ?`,
  mend: 'Oui, corriger',
  errorSummary: 'Vérifiez ce que vous avez saisi',
  errorPrefix: 'Erreur :',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: 'Saisissez le nom de votre serveur, par exemple social.example.',
  nameMissing: 'Saisissez votre nom.',
  nameTooLong: 'Raccourcissez votre nom à 120 caractères au plus.',
  nameControl: 'Saisissez votre nom sur une seule ligne, sans caractères de contrôle.',
  nameUnreadable:
    'Saisissez votre nom avec au moins une lettre, et sans caractères qui inversent le sens de l’écriture.',
  nameOfWriter: 'Saisissez votre nom sans < > @ : il figure à côté de votre adresse dans la lettre.',
  emailMissing: 'Saisissez votre adresse e-mail.',
  emailWrong: 'Saisissez une adresse e-mail comme name@example.org.',
  emailTooLong: 'Saisissez une adresse e-mail de 254 caractères au plus.',
  countryMissing: 'Choisissez votre pays.',
  countryUnknown: 'Choisissez un pays dans la liste.',
  postcodeTooLong: 'Raccourcissez le code postal à 20 caractères au plus.',
  postcodeMissing: 'Saisissez votre code postal, ou choisissez votre territoire ou un nom dans la liste.',
  postcodeUnknown:
    'Nous ne connaissons pas ce code postal. Vérifiez-le, ou choisissez votre territoire ou un nom dans la liste.',
  postcodeNobody:
    'Pour ce code postal seul, nous ne connaissons personne à qui écrire. Choisissez un territoire ou un nom dans la liste.',
  commentTooLong: 'Raccourcissez votre commentaire à 1 000 caractères au plus.',
  controlCharacters: 'Enlevez les caractères de contrôle de ce texte.',
  codeMissing: 'Saisissez le code à six chiffres de notre e-mail.',
  codeWrong: 'Vérifiez l’adresse et le code : ils ne vont pas ensemble, ou le code est trop ancien.',
  subjectMissing: 'Saisissez un objet pour votre lettre.',
  subjectTooLong: 'Raccourcissez l’objet à 200 caractères au plus.',
  bodyMissing: 'Écrivez votre lettre avant de l’envoyer.',
  bodyTooLong: 'Raccourcissez votre lettre à 20 000 caractères au plus.',
  representativeMissing: 'Choisissez au moins une personne à qui écrire.',
  representativeTooMany: (most: number) =>
    plural('fr', most, {
      one: 'Choisissez une seule personne.',
      other: `Choisissez ${most} parlementaires au plus.`,
    }),
  representativeUnknown: 'Choisissez dans la liste : une des personnes choisies n’y figure plus.',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    `En signant, je donne à ${publisher} mon consentement pour conserver ce que je saisis ici, afin de confirmer et de compter ma signature et de remettre la pétition. Je peux retirer ce consentement à tout moment, par le lien présent dans chaque e-mail ou en écrivant à ${publisher}.`,
  public: 'Afficher publiquement sur cette page mon nom, mon pays et mon commentaire.',
  updates: (publisher: string) => `${publisher} peut m’écrire par e-mail pour me dire ce que devient cette campagne.`,
};
