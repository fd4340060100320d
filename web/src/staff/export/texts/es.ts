import type { Fact } from '../rows';

export const es = {
  start: 'Exportar CSV',
  stop: {
    one: 'Detener ({count} leído)',
    many: 'Detener ({count} leídos)',
    other: 'Detener ({count} leídos)',
  },
  done: {
    one: 'Se exportó {count} ticket.',
    many: 'Se exportaron {count} de tickets.',
    other: 'Se exportaron {count} tickets.',
  },
  columns: {
    firstResponse: 'Primera respuesta',
    resolution: 'Atendido',
    rating: 'Calificación',
    stopped: 'Plazo detenido (minutos hábiles)',
  } as const satisfies Record<Fact, string>,
} as const;
