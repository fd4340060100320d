export const es = {
  filter: 'Qué se muestra',
  conversation: 'Conversación',
  all: (count: number) => `Todo (${count})`,
  changes: (count: number) => `${count} cambios`,
  hide: 'Ocultar los cambios',
  latest: 'Saltar a lo más reciente',
};

export type HistoryTexts = typeof es;
