export const accessibility = {
  title: 'Accesibilidad',
  lead: 'Nadie debería quedarse sin firmar o escribir por su manera de ver, oír, moverse o leer. Esta página dice qué se ha probado, qué no funciona y a quién avisar.',
  standard:
    'Construimos este sitio según las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA, en cada uno de sus idiomas. No conocemos nada en nuestras propias páginas que las incumpla; pero hasta ahora solo lo han probado programas, y los programas no lo encuentran todo.',

  goodTitle: 'Con qué puede contar',
  good: [
    'Puede firmar y escribir solo con el teclado, y sin JavaScript.',
    'No hay acertijos con imágenes, ni contraseñas, ni sonido, ni imágenes en movimiento. Ningún formulario caduca mientras escribe.',
    'Si falta algo o algo está mal, una lista encima del formulario lo dice, con un enlace a cada campo. Lo que escribió se conserva.',
    'Las páginas siguen sus ajustes: claro u oscuro, colores forzados, texto más grande, menos movimiento. Caben en una pantalla de 320 píxeles de ancho sin desplazarse hacia los lados.',
  ],

  testedTitle: 'Qué se ha probado, y cómo',
  tested: [
    'El programa axe-core examina cada página que ve quien firma o escribe, en cada idioma, en claro y en oscuro; también cada formulario que vuelve con errores.',
    'Programas que actúan como personas firman y escriben una carta: solo con el teclado, sin JavaScript, en un teléfono pequeño con una conexión lenta, de derecha a izquierda y en 繁體中文.',
    'Además se mide que el foco se vea, el tamaño de lo que se pulsa, el texto al doble de su tamaño, los colores forzados y el movimiento reducido.',
    'Todo ello ocurre en el navegador Chromium, cada vez que el software cambia.',
  ],

  gapsTitle: 'Qué no funciona, o no se sabe',
  gaps: [
    'Todavía no ha probado el sitio nadie que dependa de un lector de pantalla, de una lupa o del control por voz, y no se ha probado en Firefox ni en Safari.',
    'Lo que una campaña dice con sus propias palabras e imágenes es cosa de su equipo organizador. Una imagen sin descripción sería un error suyo; avíselo, por favor.',
    'Donde una campaña no está traducida, usted lee su texto en otro idioma; está marcado como tal. Lo que escriben los firmantes y los nombres de los representantes no lo están, y un lector de pantalla puede leerlos con la voz equivocada.',
    'Si llegan muchos formularios desde su red, quien no tiene JavaScript quizá deba esperar unos minutos y enviar el suyo otra vez.',
    'A algunos representantes solo se llega por un formulario de contacto. Esos formularios no son nuestros, y pueden estar hechos de un modo que le cierre el paso.',
  ],

  tellTitle: 'A quién avisar',
  tell: '¿Algo le cierra el paso? Escriba al equipo organizador de la campaña. Diga en qué página, qué quería hacer, y qué dispositivo, navegador y ayuda técnica usa. Pregúntele también si prefiere firmar de otra manera.',
  further:
    'Si eso no ayuda: en muchos países un organismo público recibe quejas sobre sitios web que no son accesibles.',
  reviewed: (day: string) => `Esta página se revisó por última vez el ${day}.`,
};
