export const es = {
  available: 'Disponible',
  away: 'Ausente',
  awayUntil: 'Ausente; vuelve el {day}',
  change: 'Cambiar',
  changeOf: 'Cambiar la disponibilidad de {name}',
  saved: 'Disponibilidad guardada.',
} as const;
