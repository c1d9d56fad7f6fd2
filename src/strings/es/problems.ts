export const problem = {
  status: (status: number) => `Error ${status}`,
  home: 'A todas las campañas',
  campaign: 'A la campaña',
};

/** What went wrong and what to do next, by HTTP status and by what happens to links and campaigns. */
export const problems = {
  400: {
    title: 'No hemos podido leerlo',
    detail:
      'Lo que envió su navegador estaba incompleto o dañado. Vuelva atrás, cargue otra vez la página e inténtelo de nuevo.',
  },
  403: {
    title: 'Esto se envió desde otro sitio',
    detail:
      'Solo se aceptan formularios de nuestras propias páginas. Abra la campaña aquí y envíe el formulario desde ella.',
  },
  404: {
    title: 'Esta página no existe',
    detail:
      'Puede que la dirección esté mal escrita o que la página se haya movido. Todas las campañas están en la página de inicio.',
  },
  405: {
    title: 'Eso no funciona aquí',
    detail: 'Esta dirección atiende otro tipo de solicitud. Abra la campaña y use su formulario.',
  },
  408: {
    title: 'Ha tardado demasiado',
    detail: 'Su petición no llegó entera a tiempo y no se guardó nada. Vuelva a enviarla, por favor.',
  },
  410: {
    title: 'Esto ya no está',
    detail: 'Lo que había aquí terminó o se quitó a propósito. Todas las campañas están en la página de inicio.',
  },
  413: {
    title: 'Es demasiado largo',
    detail: 'Lo que envió ocupa más de 64 kB. Acorte su texto y envíelo otra vez.',
  },
  415: {
    title: 'No leemos este formato',
    detail: 'Envíe el formulario como lo hace un navegador, o JSON a la API con el tipo de contenido application/json.',
  },
  417: {
    title: 'No podemos prometer eso',
    detail: 'Su programa envió una cabecera Expect que no conocemos. Envíe la petición sin ella.',
  },
  421: {
    title: 'Ha llegado a una dirección equivocada',
    detail: 'Este servidor no responde por ese nombre de host. Use la dirección que da la campaña.',
  },
  422: {
    title: 'Falta algo o hay algún error',
    detail: 'Revise lo que ha escrito; cada campo dice qué hacer.',
  },
  429: {
    title: 'Demasiados envíos',
    detail: 'En poco tiempo llegaron muchos formularios desde su red. Espere unos minutos y envíelo otra vez.',
  },
  431: {
    title: 'La dirección o sus cabeceras son demasiado largas',
    detail: 'Acorte la dirección, o borre las cookies de este sitio, y vuelva a intentarlo.',
  },
  500: {
    title: 'Algo se ha roto por nuestra parte',
    detail: 'No es culpa suya, y nada se ha guardado a medias. Inténtelo de nuevo dentro de unos minutos.',
  },
  501: {
    title: 'No escribimos en este formato',
    detail: 'Esta dirección responde en JSON. Pida format=json o no indique ningún formato.',
  },
  503: {
    title: 'Hay mucha gente',
    detail: 'Hay aquí más personas de las que podemos atender a la vez. Inténtelo de nuevo dentro de un minuto.',
  },
  signedOut: {
    title: 'Su sesión ha terminado',
    detail: 'Se agotó el tiempo o se cerró desde otro lugar. No se ha cambiado nada. Inicie sesión y hágalo otra vez.',
  },
  notYours: {
    title: 'Usted no tiene acceso a esto',
    detail: 'Su función no lo incluye. Quien tiene aquí la función «owner» puede cambiarlo.',
  },
  tooManyTries: {
    title: 'Demasiados intentos fallidos',
    detail:
      'Para que nadie entre adivinando, no se puede intentar de nuevo durante un cuarto de hora como máximo. Entretanto, una llave de acceso (passkey) funciona. No se ha cambiado nada.',
  },
  invitationUnknown: {
    title: 'No conocemos esta invitación',
    detail:
      'Puede que se haya cortado, retirado o reemplazado por una más reciente. Copie el enlace completo o pida uno nuevo.',
  },
  invitationOver: {
    title: 'Esta invitación ya no vale',
    detail:
      'Sirve una vez y durante tres días. Si la ha usado, inicie sesión. Si no fue usted, avise enseguida a alguien con la función «owner»: puede restablecerla.',
  },
  campaignClosed: {
    title: 'Esta campaña está cerrada',
    detail: 'Ya no admite firmas ni cartas. Todavía puede leerla y ver en qué quedó.',
  },
  signingPaused: {
    title: 'Las firmas están en pausa',
    detail:
      'El equipo organizador las ha puesto en pausa por ahora. No se ha guardado nada de lo que envió: vuelva más tarde, por favor, y firme entonces. Los enlaces de los correos que ya ha recibido siguen funcionando.',
  },
  linkUnknown: {
    title: 'No conocemos este enlace',
    detail: 'Puede que se haya cortado en el correo. Copie la dirección completa, escriba el código o firme de nuevo.',
  },
  linkEnded: {
    title: 'Esta firma no se cuenta',
    detail:
      'La retiró su firmante o la excluyó del recuento el equipo organizador. Puede firmar de nuevo en la página de la campaña.',
  },
  linkInvalidated: {
    title: 'Esta firma no se cuenta',
    detail:
      'El equipo organizador la ha excluido del recuento. Cualquier enlace de nuestros correos a «lo que guardamos sobre usted» le lleva al motivo y a quién puede escribir si es un error.',
  },
  letterLinkUnknown: {
    title: 'No conocemos este enlace',
    detail: 'Puede que se haya cortado en el correo. Copie de allí la dirección completa, hasta el último carácter.',
  },
  letterGone: {
    title: 'Esta carta ya no se guarda aquí',
    detail:
      'Quien la escribió la hizo eliminar, o terminó el tiempo de la campaña. Aquí ya no se puede ver ni decir nada de ella. En el correo que le trajo aquí figura a quién preguntar.',
  },
  askedLinkLapsed: {
    title: 'Este enlace ha caducado',
    detail:
      'Un enlace que usted pidió funciona durante una semana, y no después de que se haya eliminado todo. Si aún quiere ver lo que guardamos sobre usted, pida uno nuevo.',
  },
  linkExpired: {
    title: 'Este enlace ya no lleva a ninguna parte',
    detail:
      'O no se usó a tiempo, y no se contó ni se envió nada; o aquello a lo que llevaba se eliminó, por deseo de la persona a quien pertenecía. En la página de la campaña puede empezar de nuevo.',
  },
};
