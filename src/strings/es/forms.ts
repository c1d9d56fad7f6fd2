import { plural } from '../plural.ts';

/** Labels of the form fields, also used where a mail or a page repeats what was typed. */
export const fields = {
  name: 'Su nombre',
  email: 'Correo electrónico',
  country: 'País',
  chooseCountry: 'Elija…',
  postcode: 'Código postal',
  comment: '¿Por qué firma?',
  public: 'Se muestra en público',
  updates: 'Novedades por correo',
  area: 'Zona',
  subject: 'Asunto',
  body: 'Su carta',
  representative: 'Representantes',
  code: 'Código de seis cifras',
  optional: '(opcional)',
  yes: 'Sí',
  no: 'No',
  meant: (address: string) => `¿Quería decir ${address}?`,
  mend: 'Sí, cambiarla',
  errorSummary: 'Revise lo que ha escrito',
  errorPrefix: 'Error:',
};

/** One sentence for each fault, saying what to do. */
export const errors = {
  server: 'Escriba el nombre de su servidor, por ejemplo, social.example.',
  nameMissing: 'Escriba su nombre.',
  nameTooLong: 'Acorte su nombre a 120 caracteres como máximo.',
  nameControl: 'Escriba su nombre en una sola línea, sin caracteres de control.',
  nameUnreadable: 'Escriba su nombre con al menos una letra y sin caracteres que inviertan el sentido de la escritura.',
  nameOfWriter: 'Escriba su nombre sin < > @: en la carta aparece junto a su dirección.',
  emailMissing: 'Escriba su correo electrónico.',
  emailWrong: 'Escriba un correo electrónico como name@example.org.',
  emailTooLong: 'Escriba un correo electrónico de 254 caracteres como máximo.',
  countryMissing: 'Elija su país.',
  countryUnknown: 'Elija un país de la lista.',
  postcodeTooLong: 'Acorte el código postal a 20 caracteres como máximo.',
  postcodeMissing: 'Escriba su código postal, o elija su zona o un nombre de la lista.',
  postcodeUnknown: 'No conocemos este código postal. Revíselo, o elija su zona o un nombre de la lista.',
  postcodeNobody:
    'Solo con este código postal no conocemos a nadie a quien escribir. Elija una zona o un nombre de la lista.',
  commentTooLong: 'Acorte su comentario a 1000 caracteres como máximo.',
  controlCharacters: 'Quite los caracteres de control de este texto.',
  codeMissing: 'Escriba el código de seis cifras de nuestro correo.',
  codeWrong: 'Revise la dirección y el código: no se corresponden, o el código es demasiado antiguo.',
  subjectMissing: 'Escriba un asunto para su carta.',
  subjectTooLong: 'Acorte el asunto a 200 caracteres como máximo.',
  bodyMissing: 'Escriba su carta antes de enviarla.',
  bodyTooLong: 'Acorte su carta a 20.000 caracteres como máximo.',
  representativeMissing: 'Elija al menos a una persona a quien escribir.',
  representativeTooMany: (most: number) =>
    plural('es', most, {
      one: 'Elija a una sola persona.',
      other: `Elija a ${most} representantes como máximo.`,
    }),
  representativeUnknown: 'Elija representantes de la lista; alguien de su selección ya no está en ella.',
};

/** Stored by version with each signature: a change of one word makes a new version. */
export const consent = {
  statement: (publisher: string) =>
    `Al firmar, doy mi consentimiento para que ${publisher} guarde lo que escribo aquí, con el fin de confirmar y contar mi firma y de entregar la petición. Puedo retirar este consentimiento en cualquier momento, con el enlace que hay en cada correo o escribiendo a ${publisher}.`,
  public: 'Mostrar mi nombre, mi país y mi comentario en público en esta página.',
  updates: (publisher: string) => `${publisher} puede escribirme por correo para contarme qué pasa con esta campaña.`,
};
