export const es = {
  title: 'Dividir',
  lead: 'Lo que elija se copia a un ticket nuevo de {name}, que se asigna según su tema. Aquí queda señalado, y los dos tickets quedan vinculados. A {name} se le avisa por correo.',
  entries: 'Mensajes de {number} que pasan al ticket nuevo',
  none: 'Elija al menos un mensaje o respuesta.',
  unseen: 'Elija al menos un mensaje o respuesta: el usuario no ve las notas.',
  nothing: 'Ya no queda nada que dividir.',
  files: { one: '{count} archivo', many: '{count} de archivos', other: '{count} archivos' },
  subject: 'Asunto del ticket nuevo',
  subjectMissing: 'Escriba el asunto.',
  submit: 'Crear el ticket',
  done: 'Se creó el ticket {number}.',
} as const;
