import { plural } from '../plural.ts';

export const letter = {
  title: 'Escriba a sus representantes',
  description: 'Averigüe quién le representa, escriba con sus propias palabras y vea exactamente lo que se enviará.',
  steps: (most: number) =>
    plural('es', most, {
      one: 'Elija a una persona. Si tiene correo electrónico, recibe un correo de nuestra parte, con la dirección que usted indique para responder; si no, contacta usted con ella, con nuestra ayuda.',
      other: `Elija hasta ${most} representantes. Quien tiene correo electrónico recibe de nuestra parte un correo individual, con la dirección que usted indique para responder; con el resto contacta usted, con nuestra ayuda.`,
    }),
  verifyFirst: 'No se envía nada hasta que usted confirme su propia dirección.',
  where: '¿Dónde vive?',
  find: 'Buscar representantes',
  change: 'Mostrar representantes',
  byPostcode: 'Averigüe quién le representa con su código postal',
  postcodePrivate: 'Con él buscamos su zona y no lo guardamos.',
  findAreas: 'Buscar',
  postcodeSource: (source: string) => `Códigos postales: ${source.replace(/\.$/, '')}.`,
  orChoose: 'O elija',
  search: 'Nombre, zona o partido',
  more: 'Otra persona: nombre, zona o partido',
  findMore: 'Buscar más',
  within: (areas: string[]) =>
    areas.length === 1
      ? `Zona: ${areas.join()}.`
      : `Hay varias zonas posibles: ${areas.join('; ')}. Elija quién le representa.`,
  rest: (count: string) =>
    `Otros resultados: ${count}. Para verlos, elija una zona o busque un nombre, una zona o un partido.`,
  nobodyFits: 'No hay nadie que coincida. Pruebe otra forma de escribirlo, una parte del nombre o todas las zonas.',
  others: 'También puede escribir a otras personas, con otra carta',
  writeToThese: (titles: string[], count: string) => `Escribir a: ${titles.join(', ')} (${count})`,
  allAreas: 'Todas las zonas',
  who: 'A quién escribir',
  none: (country: string) =>
    `Todavía no conocemos representantes para este país (${country}). Elija otro país o firme la petición.`,
  source: (source: string) => `Fuente: ${source}.`,
  asOf: (day: string) => `Situación: ${day}.`,
  show: (count: string) => `Mostrar ${count} representantes`,
  paused: 'El envío de correos está en pausa hasta nuevo aviso.',
  channels: {
    email: 'por correo electrónico, de nuestra parte',
    form: 'por su formulario de contacto: lo envía usted',
    phone: 'por teléfono: le damos las palabras',
    post: 'por correo postal: imprime usted la carta',
    none: 'No se conoce ninguna forma de contactar con esta persona.',
  },
  you: 'Sobre usted',
  emailHint: 'Sus representantes la ven y responden a ella.',
  postcodeHint:
    'Muchos representantes solo responden a personas de su propia zona. El código postal figura al pie de su carta.',
  yourLetter: 'Su carta',
  placeholders: 'Deje {{ representative }} y {{ name }} tal como están: en cada carta aparecen los nombres correctos.',
  preview: 'Vista previa',
  send: 'Enviar para confirmar',
  stored: (publisher: string) =>
    `Su carta va a los representantes que haya elegido y, como copia, a usted. En el servidor de ${publisher} queda sellada, con todo lo demás que escriba; el equipo organizador puede abrir su nombre y su dirección. El texto de la carta se elimina al cabo de unas semanas.`,
  privacy: 'Privacidad, en palabras sencillas',
};

/** What helps people to a letter of their own. Nothing of it is a condition. */
export const coaching = {
  title: 'Qué parte es suya',
  meter: 'Sus propias palabras',
  /** @param tenths how much of the letter is the template's, 0…10 */
  says: (tenths: number): string => {
    if (tenths === 0) return 'Todo está escrito con sus propias palabras: eso da peso a una carta.';
    if (tenths < 5) return 'La mayor parte está escrita con sus propias palabras: eso da peso a una carta.';
    return `${templatesPart(tenths)} Un párrafo propio le da peso.`;
  },
  ask: 'Basta un párrafo propio. Por ejemplo:',
  questions: [
    '¿Qué le ha ocurrido a usted o a alguien que conoce?',
    '¿Por qué es importante donde usted vive?',
    '¿Qué deberían hacer sus representantes?',
  ],
};

function templatesPart(tenths: number): string {
  if (tenths === 10) return 'Todas las palabras son del modelo.';
  if (tenths === 5) return 'Más o menos la mitad de las palabras son del modelo.';
  return `Unas ${{ 6: 'seis', 7: 'siete', 8: 'ocho', 9: 'nueve' }[tenths] ?? tenths} de cada diez palabras son del modelo.`;
}

export const letterPreview = {
  title: 'Esto es lo que se enviará',
  lead: (mails: number, others: number) =>
    [
      mails > 0 &&
        plural('es', mails, {
          one: 'Un correo, exactamente como aparece aquí.',
          other: `${mails} correos, exactamente como aparecen aquí.`,
        }),
      others > 0 &&
        plural('es', others, {
          one: 'Una carta que hace llegar usted: en cuanto esté confirmada, le mostramos cómo.',
          other: `${others} cartas que hace llegar usted: en cuanto estén confirmadas, le mostramos cómo.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
  verifyFirst: 'No se envía nada hasta que usted confirme su propia dirección.',
  from: 'De',
  replyTo: 'Responder a',
  to: 'Para',
  way: 'Medio',
  subject: 'Asunto',
  send: 'Enviar para confirmar',
  edit: 'Modificar',
};

export const letterSent = {
  title: 'Gracias. Su carta está en camino.',
  lead: 'Su dirección está confirmada. Cada representante que tiene correo electrónico recibe un correo individual, en su horario de oficina y pocos a la vez, y usted recibe una copia de inmediato. Si con alguien contacta usted, o ya le ha escrito aquí antes, la copia lo dice.',
  reply: 'Las respuestas llegan directamente a su propio buzón; pueden tardar algunas semanas.',
  sign: 'Firmar también la petición',
  back: 'Volver a la campaña',
};
