export const mailbox = {
  title: 'Buzón de demostración',
  lead: 'No hay ningún servidor de correo configurado: los correos se escriben en archivos y se muestran aquí, solo en esta máquina. Con SMTP_URL salen de verdad y esta página desaparece.',
  none: 'Todavía no hay correos. Firme una petición y aquí llegará la solicitud de confirmación.',
  to: 'Para',
};

export const mail = {
  back: 'Todos los correos',
  demo: 'Este es el buzón de demostración: este correo no ha salido de esta máquina.',
  from: 'De',
  to: 'Para',
  replyTo: 'Responder a',
  date: 'Hora (UTC)',
  noSubject: '(sin asunto)',
  html: 'Mostrar la versión HTML (pestaña nueva)',
  headers: 'Todos los encabezados',
};
