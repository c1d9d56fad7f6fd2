/** Links on pages, to pass a campaign on. */
export const share = {
  title: 'Cuéntelo a otras personas',
  device: 'Compartir…',
  email: 'Correo',
  mailBody: (title: string, url: string) => `Esta campaña me importa y quiero darla a conocer:\n\n${title}\n${url}\n`,
  /** Names of places, as they call themselves. */
  places: {
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    line: 'LINE',
    mastodon: 'Mastodon',
    bluesky: 'Bluesky',
    x: 'X',
    facebook: 'Facebook',
  },
  newTab: 'Cada enlace se abre en una pestaña nueva. Esos servicios solo sabrán de usted si lo sigue.',
  link: 'O copie esta dirección',
  linkHint: 'Para Signal y dondequiera que hable con la gente.',
  copy: 'Copiar la dirección',
  copied: 'La dirección está copiada.',
  more: 'Cartel, código QR y el formulario para su propio sitio',
};

/** The page about all the ways to pass a campaign on, and that of Mastodon. */
export const sharing = {
  title: 'Difunda la campaña',
  lead: (title: string) => `Lo que puede hacer para que otras personas conozcan «${title}»`,
  qrTitle: 'Código QR y cartel',
  qrLead:
    'Para un tablón de anuncios, un escaparate o la última diapositiva de una charla: quien lo enfoque con un teléfono encuentra la campaña.',
  qrLabel: 'Código QR que lleva a la campaña',
  poster: 'Un cartel para imprimir, A4',
  posterLead: 'Imprímalo en A4 o guárdelo como PDF.',
  posterCall: 'Léala. Fírmela.',
  posterRead: 'Lea qué resultó de ella.',
  print: 'Imprimir',
  embedTitle: 'En su propio sitio',
  embedLead:
    'Estas líneas muestran el formulario y el recuento en una página suya. No ponen cookies ni guardan nada en los equipos de sus lectores y lectoras; el paso siguiente se abre en una pestaña nueva.',
  embedCode: 'Líneas para copiar',
  embedScript: 'El script hace el marco tan alto como lo que muestra. Sin él, hay que desplazarse dentro del marco.',
  embedSee: 'Ver cómo queda',
  oembed: 'Donde un sitio conoce oEmbed, como WordPress, basta con pegar la dirección de la campaña.',
  feedTitle: 'Hitos',
  feedLead:
    'Un canal para su lector de noticias avisa cuando se alcanza una meta, se entregan las firmas o llega una respuesta.',
  feed: 'Canal de esta campaña (Atom)',
  back: 'Volver a la campaña',
  mastodonTitle: 'Compartir en Mastodon',
  mastodonLead: 'Mastodon tiene muchos servidores. ¿Cuál es el suyo? No guardamos ni transmitimos lo que escriba.',
  server: 'Su servidor',
  serverHint: 'Por ejemplo, social.example; también vale su nombre completo allí.',
  serverButton: 'Continuar',
  serverOpen: (server: string) => `Escribir la publicación en ${server}`,
};

/** Titles of milestones in the feed. */
export const feed = {
  goal: (goal: string) => `Han firmado ${goal} personas`,
  titles: {
    opened: 'La campaña ha empezado',
    'text-changed': 'Se ha cambiado el texto de la petición',
    'handed-over': 'Se han entregado las firmas',
    answered: 'Ha llegado una respuesta',
  },
};
