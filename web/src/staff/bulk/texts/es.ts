import type { BulkAction } from '../bulkActions';

export const es = {
  title: 'Tickets seleccionados',
  menu: 'Hacer con ellos',
  picked: { one: '{count} seleccionado', many: '{count} seleccionados', other: '{count} seleccionados' },
  clear: 'Quitar selección',
  acts: {
    assign: 'Asignar',
    transfer: 'Transferir',
    priority: 'Prioridad',
    status: 'Estado',
    tag: 'Etiquetar',
  } as const satisfies Record<BulkAction, string>,
  actOn: { one: '{act}: {count} ticket', many: '{act}: {count} de tickets', other: '{act}: {count} tickets' },
  fields: {
    assign: 'Agente',
    transfer: 'Departamento',
    priority: 'Prioridad',
    status: 'Estado nuevo',
    tag: 'Etiquetas',
  } as const satisfies Record<BulkAction, string>,
  tagHint: 'Una o varias, con comas.',
  reason: 'Motivo de la transferencia',
  waitingReason: 'Qué se espera del usuario',
  nobody: 'Sin asignar',
  choose: '— Seleccionar —',
  missing: 'Falta este dato.',
  apply: {
    one: 'Aplicar a {count} ticket',
    many: 'Aplicar a {count} de tickets',
    other: 'Aplicar a {count} tickets',
  },
  progress: '{settled} de {total}…',
  progressLabel: 'Avance',
  finished: {
    all: {
      one: 'Listo: {count} ticket.',
      many: 'Listo: {count} de tickets.',
      other: 'Listo: {count} tickets.',
    },
    some: {
      one: '{count} ticket con el cambio; {failed} sin él.',
      many: '{count} de tickets con el cambio; {failed} sin él.',
      other: '{count} tickets con el cambio; {failed} sin él.',
    },
  },
  results: 'Resultado de cada ticket',
  states: {
    waiting: 'Pendiente',
    done: 'Listo',
    stopped: 'Sin cambio: usted lo detuvo',
    conflict: 'Sin cambio: alguien lo modificó mientras tanto',
  },
  unexplained: 'No se pudo. Inténtelo de nuevo.',
  stop: 'Detener',
  retry: 'Reintentar los que faltan ({n})',
  close: 'Terminar',
} as const;
