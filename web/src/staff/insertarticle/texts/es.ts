export const es = {
  insert: 'Insertar artículo',
  command: 'Insertar un artículo en la respuesta',
  title: 'Insertar un artículo',
  search: 'Buscar un artículo',
  placeholder: 'Palabras del artículo',
  hint: 'Se agrega un enlace con el resumen. Con Entrar se elige el primero.',
  results: 'Artículos',
  internal: 'Interno: el usuario no lo puede leer',
  nothing: 'Ningún artículo coincide',
  inserted: 'Se insertó «{title}».',
  fromTicket: 'Crear artículo a partir de este ticket',
} as const;
