import { plural } from '../plural.ts';

/** The pages that the mail `did-they-answer` leads to. */
export const answered = {
  title: (name: string) => `¿Ha respondido ${name}?`,
  lead: {
    yes: (name: string) => `Pulse el botón para decirnos que ${name} ha respondido a su carta.`,
    no: (name: string) => `Pulse el botón para decirnos que ${name} no ha respondido a su carta.`,
  },
  acknowledgement: 'Un acuse de recibo automático no es una respuesta.',
  button: { yes: 'Sí, hubo respuesta', no: 'Todavía no hay respuesta' },
  instead: { yes: 'O diga que hubo respuesta', no: 'O diga que todavía no la hubo' },
  stored:
    'El equipo organizador ve cuántas personas respondieron y quién no. Lo que le escribieron queda entre ustedes.',
  thanksTitle: 'Gracias',
  thanks: {
    yes: (name: string) => `Nos ha dicho que ${name} ha respondido a su carta.`,
    no: (name: string) => `Nos ha dicho que ${name} todavía no ha respondido a su carta.`,
  },
  nothingYet: 'Todavía no nos ha dicho nada.',
  change: { yes: 'Al final sí hubo respuesta', no: 'Al final no hubo respuesta' },
  later: 'Puede cambiarlo en cualquier momento, con los mismos enlaces de nuestro correo.',
  back: 'A la campaña',
};

/** The page for whoever got a letter. */
export const why = {
  title: 'Por qué ha recibido esta carta',
  lead: (name: string, campaign: string) => `Para ${name} y su oficina, sobre las cartas de la campaña «${campaign}».`,
  chosenTitle: 'Alguien quiso escribirle',
  chosen:
    'Una persona buscó su dirección, escribió o modificó la carta, puso su nombre al pie y demostró que la dirección que figura en ella es suya, mediante un enlace que enviamos allí. Nosotros enviamos la carta por ella. Si usted responde, la respuesta va directamente a esa persona, no a nosotros.',
  directoryTitle: 'De dónde viene su dirección',
  directory: (title: string) => `Su dirección figura en el directorio «${title}».`,
  source: (source: string) => `Su fuente: ${source}.`,
  asOf: (day: string) => `Muestra la situación del ${day}.`,
  campaignTitle: 'Quién está detrás',
  campaign: (publisher: string) => `${publisher} publica la campaña:`,
  countTitle: 'Cuántas personas le han escrito',
  count: (count: number, number: string) =>
    plural('es', count, {
      one: 'Una persona le ha escrito mediante esta campaña, con una dirección comprobada.',
      many: `${number} de personas le han escrito mediante esta campaña, cada una con una dirección comprobada.`,
      other: `${number} personas le han escrito mediante esta campaña, cada una con una dirección comprobada.`,
    }),
  paced:
    'Las cartas no salen todas a la vez: cada una se envía por separado, en horario de oficina, y solo un número limitado por hora y por día.',
  correctTitle: '¿Hay algún error?',
  correct: (publisher: string) =>
    `Si ya no ocupa este cargo, si esta dirección no es la correcta o si hay cualquier otro error, escriba a ${publisher}:`,
  pauseTitle: 'Pedir una pausa',
  pauseLead:
    'Si las cartas llegan más deprisa de lo que su oficina puede leerlas, pida una pausa. El equipo organizador decide; cualquiera puede seguir escribiéndole directamente. Un clic no basta para ponerle fin: quienes escriben son en su mayoría personas a las que usted representa.',
  pauseButton: 'Pedir una pausa',
  again: 'Pedirla otra vez',
  open: (day: string) =>
    `El ${day} se pidió una pausa. El equipo organizador decide; hasta entonces, las cartas continúan. Cualquiera puede seguir escribiéndole directamente.`,
  declined: (day: string) =>
    `Se pidió una pausa y el ${day} el equipo organizador la rechazó. Escríbale para saber por qué, o pídala otra vez.`,
  paused: (day: string) =>
    `Desde el ${day} este sitio no le envía cartas, hasta que el equipo organizador ponga fin a la pausa. Cualquiera puede seguir escribiéndole directamente.`,
};
