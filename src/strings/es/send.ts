import { plural } from '../plural.ts';

/** The page of a writer who takes a letter to its representatives themselves. */
export const sendYourself = {
  title: 'Envíe su carta por su cuenta',
  mailed: (count: number) =>
    plural('es', count, {
      one: 'Una persona la recibe de nosotros por correo electrónico.',
      other: `${count} representantes la reciben de nosotros por correo electrónico.`,
    }),
  left: (count: number) =>
    plural('es', count, {
      one: 'Queda una persona con la que contacta usted: son unos minutos, y aquí tiene todo lo que necesita.',
      other: `Quedan ${count} representantes con quienes contacta usted: son unos minutos cada vez, y aquí tiene todo lo que necesita.`,
    }),
  allDone: 'No le queda nada por enviar. Gracias.',
  sealed:
    'Este enlace no abre su carta: su texto está en la copia que le enviamos por correo, y aquí con el enlace del correo que le pedía confirmar esta carta.',
  textGone: 'El texto se eliminó al cumplirse los días que lo guardamos; en su buzón hay una copia.',

  states: {
    waiting: 'Todavía no se ha enviado.',
    'mail-failed': 'Nuestro correo no llegó. Así puede contactar con esta persona de otro modo.',
    sent: (when: string) => `Nos dijo que la envió: ${when}.`,
  },
  leftOffice: 'Esta persona ya no ocupa el cargo, así que no hay nada que enviar.',
  another: (way: string) => `O ${way}`,
  ways: { form: 'por su formulario de contacto', phone: 'por teléfono', post: 'por correo postal' },

  form: {
    title: 'Por su formulario de contacto',
    copyLead: 'Copie su carta. Sin el botón: haga clic en el texto, selecciónelo todo y cópielo.',
    subject: (name: string) => `Asunto de su carta a ${name}`,
    body: (name: string) => `Su carta a ${name}`,
    copySubject: 'Copiar el asunto',
    copyBody: 'Copiar la carta',
    copied: 'Copiado.',
    openLead: 'Abra el formulario, pegue la carta y envíela desde allí. Quizá le pida su dirección.',
    open: 'Abrir el formulario de contacto (pestaña nueva)',
  },
  phone: {
    title: 'Por teléfono',
    call: (number: string) => `Llamar al ${number}`,
    lead: 'Basta un minuto. Casi siempre responde alguien de la oficina y anota lo que usted pide. Dígalo con sus propias palabras, o así:',
    hello: (name: string, place: string) => `Buenos días, me llamo ${name}. Vivo en … (su localidad), ${place}.`,
    about: (representative: string, subject: string) =>
      `Llamo para pedir algo a ${representative}. Se trata de lo siguiente: «${subject}».`,
    ask: (representative: string) => `¿Podría transmitírselo y decirme qué piensa ${representative}?`,
    reply: (email: string) => `Pueden responderme a ${email}. Gracias.`,
    nobody: 'Si nadie responde',
    nobodyLead:
      '¿Responde un contestador? Diga lo mismo, despacio, con su código postal y su número de teléfono. ¿Suena en vano? Lo mejor son los días laborables entre las 10 y las 16 horas; inténtelo de nuevo otro día.',
  },
  post: {
    title: 'Por correo postal',
    lead: 'Imprímala, fírmela y envíela a:',
    print: 'Abrir la carta para imprimir',
  },

  didYou: '¿La ha enviado?',
  sent: (name: string) => `Sí, la he enviado a ${name}`,
  notSent: (name: string) => `No, todavía no la he enviado a ${name}`,
  sign: 'Firmar también la petición',
  back: 'Volver a la campaña',
  data: 'Lo que guardamos sobre usted',
};

/** The letter on paper. */
export const letterPrint = {
  title: 'Imprima su carta',
  lead: 'Imprímala al 100 %, sin los encabezados y pies de página del navegador. Dóblela en tres partes: así la dirección queda en la ventana de un sobre corriente.',
  typed:
    'Añada su calle y su localidad, para que puedan responderle por correo postal. Lo que escribe aquí se queda en su navegador.',
  street: 'Su calle y número',
  town: 'Su código postal y localidad',
  print: 'Imprimir',
  back: 'Volver a cómo se envía',
  signature: 'Espacio para su firma',
};
