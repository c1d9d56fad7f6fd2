import { plural } from '../plural.ts';

export const layout = {
  siteName: 'Campañas',
  skip: 'Saltar al contenido',
  allCampaigns: 'Todas las campañas',
  mailbox: 'Buzón de demostración',
  publishedBy: 'Publicado por',
  contact: 'Contacto',
  address: 'Dirección',
  dataController: 'Responsable del tratamiento de datos personales',
  privacy: 'Privacidad',
  accessibility: 'Accesibilidad',
  yourData: '¿Qué guardan sobre mí?',
  noTracking: 'Este sitio no instala cookies de seguimiento y no carga nada de terceros.',
};

export const home = {
  title: 'Campañas',
  description: 'Peticiones que firmar y cartas que escribir.',
  none: 'Todavía no hay ninguna campaña aquí.',
  closed: 'Cerrada',
};

export const campaign = {
  kicker: 'Petición',
  kickerClosed: 'Petición cerrada',
  petition: 'Lo que firma',
  petitionClosed: 'Lo que se firmó',
  to: (addressee: string) => `Dirigida a: ${addressee}`,
  askChanged: (days: string) =>
    `Texto modificado: ${days}. Cada firma queda ligada a las palabras que vio quien firmaba.`,
  argument: 'Los argumentos',
  backToText: (note: number) => `Volver a la nota ${note} en el texto`,
  argumentMissing: 'Los argumentos de esta petición todavía no se han publicado.',
  closesOn: (day: string) => `Se puede firmar hasta el ${day}`,
  signBar: 'Firmar la petición',
  recent: 'Últimas firmas',
  lettersTitle: 'Escriba a sus representantes',
  lettersText: 'Una firma se cuenta. Una carta se lee. Elija su país para ver quién le representa.',
  lettersButton: 'Buscar representantes',
  outcome: 'Resultado',
  handedOver: (count: string, day: string) => `${count} firmas se entregaron el ${day}.`,
  handedOverOn: (day: string) => `Las firmas se entregaron el ${day}.`,
  handedOverCount: (count: string) => `Se entregaron ${count} firmas.`,
  notHandedOver: 'Las firmas todavía no se han entregado.',
  answer: 'La respuesta',
  noAnswer: 'Todavía no se ha recibido ninguna respuesta.',
  closedNote: 'Esta petición está cerrada: ya no se puede firmar.',
};

export const progress = {
  /** Follows the number itself, which stands in an element of its own. */
  signed: (count: number) =>
    plural('es', count, { one: 'persona ha firmado', many: 'de personas han firmado', other: 'personas han firmado' }),
  goal: (goal: string) => `Próxima meta: ${goal}`,
  reached: (goal: string) => `Se ha alcanzado la meta de ${goal}`,
  first: 'La primera firma puede ser la suya.',
  meter: 'Firmas hacia la próxima meta',
};

export const sign = {
  title: 'Firmar esta petición',
  pausedTitle: 'Las firmas están en pausa',
  paused:
    'El equipo organizador ha puesto las firmas en pausa por ahora. Vuelva más tarde, por favor. Si ya ha firmado, el enlace y el código de su correo siguen funcionando y su firma cuenta.',
  readText: 'Leer exactamente lo que firma',
  emailHint: 'Enviamos allí un enlace para confirmar que es usted.',
  commentHint: 'Solo se muestra si marca la casilla de abajo.',
  button: 'Firmar la petición',
  working:
    'Un momento: su navegador hace un pequeño cálculo que mantiene fuera a los robots. Usted no tiene que hacer nada.',
  leaveEmpty: 'Deje este campo vacío',
  stored: (publisher: string) =>
    `Lo que escribe se sella de inmediato: el servidor de ${publisher} no tiene la llave, solo la tiene el equipo organizador de esta campaña. Nada sobre usted se muestra en público, salvo que marque la casilla de arriba.`,
  storedWithKey:
    'Lo que escribe se sella de inmediato. Este sitio todavía se está preparando, y la llave que lo abre sigue en el mismo servidor. Nada sobre usted se muestra en público, salvo que marque la casilla de arriba.',
  privacy: 'Privacidad, en palabras sencillas',
};

export const checkYourMail = {
  title: 'Mire en su buzón',
  lead: 'Queda un paso: un correo va camino de su buzón. Abra el enlace que contiene o escriba su código aquí abajo.',
  mistyped:
    '¿Es correcta su dirección? Lo que escribió después de la @ parece una errata, como gmial.com en vez de gmail.com. Si es correcta, todo va bien. Si no, nuestro correo no le llegará: rellene el formulario de nuevo.',
  noMail: '¿No ha llegado ningún correo en cinco minutos?',
  spam: 'Mire en la carpeta de correo no deseado (spam).',
  again:
    'Si la dirección estaba mal escrita, rellene otra vez el formulario con la correcta. Nada que no se haya confirmado se cuenta ni se envía nunca. A una dirección van como máximo tres correos al día.',
  signAgain: 'Volver a la campaña',
  mailboxLead: 'Esto es una demostración: los correos no se envían de verdad, se guardan aquí.',
  mailboxLink: 'Abrir el buzón de demostración',
  codeTitle: 'O escriba el código',
  codeLead: 'Si prefiere no abrir ningún enlace, escriba el código que figura en el correo.',
  codeHint: 'Seis cifras, de nuestro correo.',
  codeButton: 'Confirmar',
};

export const signed = {
  title: 'Gracias. Su firma cuenta.',
  lead: (title: string) => `Ha confirmado su firma en «${title}»`,
  lettersTitle: 'Ahora escriba a sus representantes',
  lettersText: 'Se tarda cinco minutos, y una carta con sus propias palabras pesa más que un nombre en una lista.',
  lettersButton: 'Escribir una carta',
  back: 'Volver a la campaña',
};

export const confirm = {
  signature: {
    pending: 'Confirme su firma',
    pendingLead: 'Compruebe que esto es lo que quería. Su firma cuenta en cuanto pulse el botón.',
    button: 'Confirmar mi firma',
    done: 'Su firma ya está confirmada',
    doneLead: 'Está contada; no le queda nada por hacer.',
  },
  letter: {
    pending: 'Confirme su carta',
    pendingLead: 'Compruebe que esto es lo que quería. Su carta se envía en cuanto pulse el botón.',
    button: 'Confirmar y enviar mi carta',
    done: 'Su carta ya está confirmada',
    doneLead: 'Se ha enviado o está a punto de enviarse; no le queda nada por hacer.',
    sendLead: 'Lo que enviamos por correo se ha enviado o está a punto de enviarse. Una parte la envía usted.',
    send: 'Cómo enviarla',
  },
  petition: 'Campaña',
  notYou: '¿No sabe nada de esto? Cierre esta página: sin el botón no ocurre nada.',
  back: 'A la campaña',
};
