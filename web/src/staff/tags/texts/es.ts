export const es = {
  title: 'Etiquetas',
  label: 'Añadir etiqueta',
  add: 'Añadir',
  remove: 'Quitar la etiqueta {tag}',
  added: 'Etiqueta {tag} añadida.',
  removed: 'Etiqueta {tag} quitada.',
  used: { one: '{count} ticket', many: '{count} de tickets', other: '{count} tickets' },
} as const;
