export const es = {
  title: 'Etiquetas',
  none: 'Sin etiquetas',
  label: 'Añadir etiqueta',
  add: 'Añadir',
  remove: (tag: string) => `Quitar la etiqueta ${tag}`,
  added: (tag: string) => `Etiqueta ${tag} añadida.`,
  removed: (tag: string) => `Etiqueta ${tag} quitada.`,
  used: (tickets: number) => (tickets === 1 ? '1 ticket' : `${tickets} tickets`),
};

export type TagTexts = typeof es;
