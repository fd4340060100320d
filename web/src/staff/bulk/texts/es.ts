import type { BulkAction } from '../bulkActions';

const tickets = (count: number) => (count === 1 ? '1 ticket' : `${count} tickets`);

export const es = {
  title: 'Tickets seleccionados',
  menu: 'Hacer con ellos',
  picked: (count: number) => (count === 1 ? '1 seleccionado' : `${count} seleccionados`),
  clear: 'Quitar selección',
  acts: {
    assign: 'Asignar',
    transfer: 'Transferir',
    priority: 'Prioridad',
    status: 'Estado',
    tag: 'Etiquetar',
  } satisfies Record<BulkAction, string>,
  command: (act: string, count: number) => `${act}: ${tickets(count)}`,
  doing: (act: string, count: number) => `${act}: ${tickets(count)}`,
  fields: {
    assign: 'Agente',
    transfer: 'Departamento',
    priority: 'Prioridad',
    status: 'Estado nuevo',
    tag: 'Etiquetas',
  } satisfies Record<BulkAction, string>,
  tagHint: 'Una o varias, con comas.',
  reason: 'Motivo de la transferencia',
  waitingReason: 'Qué se espera del usuario',
  nobody: 'Sin asignar',
  choose: '— Seleccionar —',
  missing: 'Falta este dato.',
  apply: (count: number) => `Aplicar a ${tickets(count)}`,
  cancel: 'Cancelar',
  progress: (settled: number, count: number) => `${settled} de ${count}…`,
  progressLabel: 'Avance',
  finished: (done: number, failed: number) =>
    failed === 0 ? `Listo: ${tickets(done)}.` : `${tickets(done)} con el cambio; ${failed} sin él.`,
  results: 'Resultado de cada ticket',
  states: {
    waiting: 'Pendiente',
    done: 'Listo',
    stopped: 'Sin cambio: usted lo detuvo',
    conflict: 'Sin cambio: alguien lo modificó mientras tanto',
  },
  unexplained: 'No se pudo. Inténtelo de nuevo.',
  stop: 'Detener',
  retry: (count: number) => `Reintentar los que faltan (${count})`,
  close: 'Terminar',
};

export type BulkTexts = typeof es;
