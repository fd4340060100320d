export const es = {
  filter: 'Qué se muestra',
  conversation: 'Conversación',
  all: 'Todo ({total})',
  changes: { one: '{count} cambio', many: '{count} de cambios', other: '{count} cambios' },
  hide: 'Ocultar los cambios',
  latest: 'Saltar a lo más reciente',
} as const;
