/** The page /privacy, in plain words. A sentence that no test proves does not belong here; docs/privacy.md names the tests. */
export const privacy = {
  title: 'Privacidad, en palabras sencillas',
  lead: 'Firmar puede ser un riesgo. Esta página dice qué guarda este sitio, quién puede leerlo, durante cuánto tiempo y qué obtendría quien se apoderara de él por la fuerza.',
  short: (keyHere: boolean) => [
    `¿Quién ve mi nombre? El equipo organizador de la campaña ${keyHere ? 'y, mientras su llave esté en este servidor, quien controle el servidor; nadie más' : 'y nadie más'}, salvo que usted marque que se puede mostrar.`,
    '¿Y si roban la base de datos? Su nombre no está en ella en ninguna forma que pueda leer quien la robe.',
    '¿Cómo salgo? Con el enlace del correo que recibió: ver, ocultar, retirar o eliminar, en cualquier momento y sin preguntar a nadie.',
  ],
  demo: 'Esto es una demostración: los correos no se envían, se escriben en archivos en esta máquina, y esos archivos se pueden leer. Una vez configurado un servidor de correo, no queda nada de ellos.',
  keyOnServer:
    'Este sitio todavía se está preparando: la llave del equipo organizador está en el mismo servidor. Hasta que se saque de allí, quien se lleve el servidor puede leer lo que está sellado.',

  storedTitle: 'Qué se guarda y quién puede leerlo',
  sealed: (keyHere: boolean) =>
    `«Sellado» significa aquí: cerrado de tal modo que lo que cierra no puede volver a abrir. Solo lo abre la llave del equipo organizador, ${keyHere ? 'que por ahora sigue en este servidor' : 'que este guarda fuera de este servidor'}.`,
  stored: (keyHere: boolean) => [
    {
      what: 'Su nombre, su correo electrónico, su código postal, su comentario y si quiere novedades',
      how: `Se sellan en el momento en que pulsa el botón. ${keyHere ? 'Mientras la llave del equipo organizador esté en este servidor, quien controle el servidor puede abrirlo en cualquier momento.' : 'Durante diez minutos como máximo, este servidor aún podría abrir lo que acaba de sellar; después olvida cómo.'} El equipo organizador puede abrirlo, y usted también, con el enlace del correo que recibió.`,
    },
    {
      what: 'Su nombre, su país y su comentario, si marcó que se pueden mostrar',
      how: 'Se muestran a todo el mundo en la página de la campaña, pero solo después de que usted confirme. En la base de datos, el nombre y el comentario están cerrados con una llave de este servidor. Puede ocultarlos de nuevo en cualquier momento.',
    },
    {
      what: 'Su país, su idioma, el código del enlace por el que llegó y la hora',
      how: 'Quien gestiona este sitio puede leerlos, para contar las firmas según ellos. Están junto a un número y no junto a su nombre. Las horas se redondean hacia abajo, a la hora en punto.',
    },
    {
      what: 'Una huella de su dirección',
      how: 'Para que un buzón firme una sola vez. Se hace con una llave secreta que está fuera de la base de datos: sin ella, nadie puede comprobar si una dirección está aquí. La llave se destruye cuando la campaña se cierra definitivamente.',
    },
    {
      what: 'Su carta, si escribió una',
      how: 'Cerrada con una llave propia, que este servidor tiene para enviarla. A quién escribió, si llegó, si nos habló de una respuesta y más o menos qué parte es del modelo de la campaña se guarda junto a un número; el equipo organizador puede asociarle su nombre.',
    },
    {
      what: 'Los correos que esperan a que se los enviemos',
      how: 'Cerrados con una llave de este servidor, una nueva cada diez minutos; junto a ellos consta cuándo se escribieron y cuándo se intentará de nuevo. Un correo que ha salido se elimina, y la llave también en cuanto han salido todos los de esos diez minutos. Que hubo un correo se olvida a las cuatro semanas.',
    },
    {
      what: 'Qué firmas llegaron de la misma red el mismo día y qué direcciones tienen el mismo proveedor de correo',
      how: 'Para encontrar firmas que inventa una máquina. Es una etiqueta hecha con una llave secreta, junto al número, durante dos semanas. La llave de las redes solo existe en la memoria del servidor y se desecha cada día: después, nadie puede averiguar qué red era, tampoco nosotros. Durante el mismo tiempo se anota si se rellenó un campo que solo ven las máquinas.',
    },
    {
      what: 'Su dirección de red, cookies, lo que lee',
      how: 'Este sitio no los guarda. No instala cookies y no carga nada de terceros. Lo que está delante de él, como una empresa de alojamiento, quizá lleve sus propios registros.',
    },
  ],

  takenTitle: '¿Qué obtendría alguien?',
  taken: (keyHere: boolean) => [
    {
      who: 'Quien robe una copia de la base de datos',
      gets: 'De cada número: el país, el idioma, la hora, el código de un enlace, si la firma se confirmó, se retiró o se excluyó del recuento, cuáles llegaron de una misma red en un mismo día durante las dos últimas semanas, a quién se enviaron cartas y más o menos qué parte de cada una es del modelo de la campaña; también qué firma y qué cartas vinieron de la misma dirección, pero no de cuál. Ningún nombre, ninguna dirección, ningún código postal, ningún comentario, ninguna carta.',
    },
    {
      who: 'Quien robe una copia de seguridad',
      gets: 'Nada, sin una llave del equipo organizador.',
    },
    {
      who: 'Quien robe todo lo que hay en el servidor',
      gets: `Lo que hay en la base de datos, los nombres y comentarios de todas las personas que marcaron que se pueden mostrar, y además: los correos que esperan su envío y lo que abren sus enlaces, las cartas de las últimas semanas con quienes las escribieron, y un modo de comprobar si ha firmado una dirección que ya conozca. ${keyHere ? 'Y con la llave del equipo organizador, que todavía está allí, la lista de firmantes y todo lo demás que está sellado.' : 'No la lista de firmantes: la llave del equipo organizador no está allí.'}`,
    },
    {
      who: 'Quien incaute el servidor en marcha y lo mantenga en marcha',
      gets: `Todo eso, y lo que se escribió durante los últimos diez minutos, quizá rastros de lo que pasó por su memoria poco antes, y todo lo que se escriba a partir de entonces. ${keyHere ? 'Y con la llave del equipo organizador, que todavía está allí, todo lo que se selló antes.' : 'Lo que se selló antes sigue sellado.'}`,
    },
    {
      who: 'Un tribunal o una autoridad',
      gets: `De quien gestiona este sitio: lo que hay en el servidor, como arriba. ${keyHere ? 'Por ahora eso incluye la llave del equipo organizador, que abre las firmas.' : 'Para abrir firmas tiene que dirigirse al equipo organizador, que tiene la llave.'}`,
    },
    {
      who: 'Su proveedor de correo',
      gets: 'Los correos que le enviamos: que se le pidió confirmar, y el enlace que abre lo que escribió. Elimine el correo si supone un riesgo para usted; consérvelo si quiere ver o retirar más adelante lo que escribió.',
    },
    {
      who: 'Quien gestiona el servidor de nombres al que pregunta este servidor',
      gets: 'Que sale un correo hacia un dominio: lo que sigue a la @ en su dirección, y nada de lo que va antes. Quien gestiona este sitio puede desactivarlo.',
    },
    {
      who: 'Alguien con una llave del equipo organizador, robada o prestada',
      gets: 'Junto con una copia de la base de datos: todo lo que se selló para esa llave. El resto del equipo puede dejar la llave fuera de lo que se guarda aquí, pero no de una copia hecha antes.',
    },
  ],

  keptTitle: 'Durante cuánto tiempo',
  kept: (days: { unconfirmed: string; letterText: string; afterClose: string }) => [
    `Lo que usted no confirma se elimina al cabo de ${days.unconfirmed}, también si el equipo organizador lo excluyó antes del recuento.`,
    'De qué red y de qué proveedor de correo llegaron firmas juntas se olvida a las dos semanas.',
    `El texto de una carta se elimina ${days.letterText} después de escribirse.`,
    `Todo lo demás sobre usted se elimina ${days.afterClose} después del cierre de la campaña. El número de firmas permanece.`,
    'Lo que usted elimina se elimina de inmediato. Conservamos una nota, sin su nombre ni su dirección, con la que se elimina de nuevo si alguna vez se restaura una copia de seguridad.',
  ],
  days: (days: string) => `${days} días`,

  rightsTitle: 'Qué puede hacer',
  rights:
    'Puede ver, descargar, ocultar, retirar y eliminar lo que se guarda sobre usted, con el enlace del correo que recibió. Sin ese correo, pida un enlace nuevo, salvo que la campaña se haya cerrado definitivamente.',
  rightsLink: '¿Qué guardan sobre mí?',
  ask: (controller: string) => `Responsable del tratamiento de los datos de esta campaña: ${controller}. Contacto:`,
  complain: 'También puede presentar una reclamación ante la autoridad de protección de datos de su país.',
};
