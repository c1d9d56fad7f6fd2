import { plural } from '../plural.ts';

/** The page where somebody asks for a link to what we hold about them. */
export const me = {
  title: '¿Qué guardan sobre mí?',
  lead: 'Al final de cada correo que ha recibido de nosotros hay un enlace a todo lo que guardamos sobre usted: para verlo, ocultar su nombre, retirarlo o eliminarlo.',
  lost: '¿Ya no tiene los correos?',
  lostLead:
    'Escriba la dirección con la que firmó o escribió. Si la conocemos, un enlace nuevo va camino de ella. Abre su página; su nombre y todo lo demás que escribió solo los abre el enlace de nuestro primer correo, porque únicamente ese correo contiene la llave.',
  closed: (campaigns: string) =>
    `En las campañas que se cerraron definitivamente, ya nadie puede buscar una dirección, tampoco nosotros. Allí, solo el enlace de su correo lleva a su página: ${campaigns}.`,
  button: 'Envíenme un enlace',
  mailedTitle: 'Mire en su buzón',
  mailed:
    'Si guardamos algo sobre esa dirección, un enlace va camino de ella. Si no llega nada en cinco minutos, mire en la carpeta de correo no deseado (spam); también puede ser que no tengamos nada de esa dirección o que hoy ya le hayan llegado tres correos.',
  erasedTitle: 'Todo está eliminado',
  erased:
    'Su firma, sus cartas y todo lo que guardábamos sobre su dirección en esta campaña se han eliminado de nuestra base de datos. Conservamos una nota, sin su nombre ni su dirección, con la que se eliminarán de nuevo si alguna vez se restaura una copia de seguridad. Lo que ya se envió por correo queda en manos de quien lo recibió.',
};

/** The page that a link opens. */
export const yourData = {
  title: 'Lo que guardamos sobre usted',
  lead: (campaign: string) => `En la campaña «${campaign}»`,
  signature: 'Su firma',
  state: 'Estado',
  states: {
    pending: 'Espera su confirmación; todavía no se cuenta',
    confirmed: 'Confirmada y contada',
    withdrawn: 'Retirada; no se cuenta',
    expired: 'Caducada; no se cuenta',
    invalidated: 'Excluida del recuento por el equipo organizador',
  },
  gathered: 'Recogida',
  /** Nothing is said of those that were gathered here. */
  origins: {
    site: '',
    paper: 'En papel, y aportada por el equipo organizador',
    import: 'En otro lugar, y aportada por el equipo organizador',
  },
  signedAt: 'Firmada',
  writtenAt: 'Escrita',
  templateShare: 'Parte que es del modelo de la campaña',
  inTen: (tenths: number) => `unas ${tenths} de cada 10 palabras`,
  confirmedAt: 'Confirmada',
  invalidatedAt: 'Excluida del recuento',
  invalidatedWhy: 'El motivo del equipo organizador',
  invalidatedNote: (publisher: string, contact: string) =>
    `${publisher} ha excluido su firma del recuento. No se muestra ni se cuenta nada de ella, y firmar de nuevo no lo cambia. Si es un error, escriba a ${contact}. También puede retirarla, para que quede fuera se decida lo que se decida, o eliminarlo todo.`,
  toTheHour: (time: string) => `${time} (con precisión de una hora)`,
  source: 'Llegó por el enlace con el código',
  language: 'Idioma',
  sealedSignature:
    'Su nombre, su dirección, su código postal, su comentario y si quería novedades están sellados. Este servidor no tiene la llave: se abren con el enlace del correo que le pedía confirmar, y los puede abrir el equipo organizador de la campaña.',
  sealedElsewhere:
    'Su nombre, su dirección, su código postal y su comentario los aportó el equipo organizador y están sellados: este servidor no tiene la llave y ningún enlace los abre. Pregunte al equipo organizador si quiere verlos.',
  agreedElsewhere: 'Aquello a lo que dio su consentimiento figuraba donde firmó; lo tiene el equipo organizador.',
  sealedLetter:
    'Su nombre, su dirección, su código postal y la propia carta están sellados: se abren con el enlace del correo que le pedía confirmar esta carta.',
  resubmissions: (count: number) =>
    plural('es', count, {
      one: 'Un formulario con su dirección espera su propia confirmación; solo lo abre el enlace de su correo.',
      other: `${count} formularios con su dirección esperan su propia confirmación; solo los abren los enlaces de sus correos.`,
    }),
  agreed: 'Lo que firmó',
  consent: 'A qué dio su consentimiento',
  ticked: 'Marcó:',
  notTicked: 'No marcó:',
  tickedSealed: 'Está sellado si marcó esto o no:',
  shown: 'Se muestra en público',
  shownAs: {
    shown: 'Esto se muestra en la página de la campaña:',
    waiting: 'Usted eligió mostrar esto. Espera a que el equipo organizador lo haya visto:',
    hidden: 'Usted eligió mostrar esto. El equipo organizador no lo muestra:',
  },
  /** Of a name that its signer chose to show. */
  standings: {
    waiting: 'Todavía no: espera al equipo organizador',
    hidden: 'No: el equipo organizador no lo muestra',
  },
  hidden: 'En la página de la campaña no se muestra nada sobre usted.',
  hide: 'Ocultar mi nombre',
  show: 'Mostrar mi nombre, mi país y mi comentario',
  cannotShow: 'Para que se muestre su nombre, use el enlace del correo con el que confirmó: solo ese enlace lo abre.',
  cannotShowElsewhere: 'Para que se muestre su nombre, firme también aquí: usted cuenta una sola vez.',
  news: 'Novedades por correo',
  newsOff: 'Ha pedido no recibir más novedades. Así consta en la lista del equipo organizador.',
  newsLead: 'El equipo organizador puede enviarle novedades si marcó esa casilla. Aquí puede retirarlo.',
  noNews: 'No quiero novedades',
  withdrawTitle: 'Retirar su firma',
  withdrawLead:
    'Deja de contar, no se muestra y no se exporta. Lo que escribió sigue sellado hasta que usted lo elimine o termine el tiempo de la campaña.',
  withdraw: 'Retirar mi firma',
  signAgain: 'Firmar de nuevo',
  letter: (number: number) => `Carta ${number}`,
  letterStates: {
    pending: 'Espera su confirmación; no se ha enviado',
    verified: 'Confirmada',
    expired: 'Caducada; no se ha enviado',
  },
  answers: 'Respuestas, según lo que nos dijo',
  answer: { yes: (name: string) => `${name}: ha respondido`, no: (name: string) => `${name}: todavía sin respuesta` },
  channels: {
    email: 'por correo electrónico',
    form: 'por su formulario de contacto',
    phone: 'por teléfono',
    post: 'por correo postal',
    none: 'no se conoce ninguna forma',
  },
  delivery: (name: string, channel: string, state: string) => `${name}: ${channel}; ${state}`,
  deliveryStates: {
    unconfirmed: 'espera su confirmación',
    queued: 'en camino',
    yours: 'espera a que usted la envíe',
    sent: 'enviada',
    bounced: 'devuelta, la dirección la rechazó',
    failed: 'no se pudo enviar',
    'handed-over': 'la envió usted',
    repeated: 'no se envió: ya había escrito a esta persona',
  },
  sendYourself: 'Cómo enviarla por su cuenta',
  textGone: 'El texto se eliminó al cumplirse los días que lo guardamos.',
  json: 'Como archivo',
  download: 'Descargar',
  jsonLead: 'Toda esta página en una forma que leen los programas (JSON).',
  eraseTitle: 'Eliminarlo todo',
  eraseLead:
    'Su firma deja de contar, las cartas que aún no han salido no se envían y todo lo que guardamos sobre su dirección en esta campaña se elimina; una nota sin su nombre ni su dirección hace que se elimine de nuevo si se restaura una copia de seguridad. No se puede deshacer. Lo que ya se envió por correo queda en manos de quien lo recibió.',
  sure: 'Sí, eliminar todo sobre mí.',
  sureMissing: 'Marque la casilla si de verdad quiere eliminarlo todo.',
  erase: 'Eliminarlo todo',
  done: {
    show: 'Ahora se muestra su nombre.',
    'show-waiting': 'Ha elegido que se muestre su nombre. Aparecerá cuando el equipo organizador lo haya visto.',
    'show-hidden': 'Ha elegido que se muestre su nombre. El equipo organizador no lo muestra.',
    hide: 'Ahora su nombre está oculto.',
    'no-news': 'No estará en ninguna lista de novedades.',
    withdraw: 'Su firma está retirada. Ya no cuenta.',
  },
  refused: 'No se pudo hacer: entretanto la página había cambiado. Así está ahora.',
};
