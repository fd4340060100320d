export const es = {
  filter: 'Qué se muestra',
  conversation: 'Conversación',
  all: (count: number) => `Todo (${count})`,
  changes: (count: number) => `${count} cambios`,
  hide: 'Ocultar los cambios',
};

export type HistoryTexts = typeof es;
