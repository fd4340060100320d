import type { ChoiceFilter, DateFilter, Sort } from '../refinement';

export const es = {
  title: 'Filtros y orden',
  names: {
    status: 'Estado',
    priority: 'Prioridad',
    agent: 'Agente',
    topic: 'Tema',
    department: 'Departamento',
    organization: 'Organización',
    requester: 'Usuario',
    entity: 'Entidad',
    tag: 'Etiqueta',
    created: 'Creado',
    updated: 'Actividad',
  } satisfies Record<ChoiceFilter | DateFilter, string>,
  chosen: (name: string, values: string) => `${name}: ${values}`,
  clear: 'Quitar filtros',
  sort: 'Orden',
  sorts: {
    due: 'Vencimiento',
    activity: 'Actividad más reciente',
    '-activity': 'Más tiempo sin actividad',
    created: 'Más nuevos',
    '-created': 'Más antiguos',
  } satisfies Record<Sort, string>,
  sortedOtherwise: (sort: string) =>
    `Entre tickets atendidos o cerrados, los filtros y búsquedas vienen por: ${sort}.`,
  nobody: 'Sin asignar',
  narrow: (name: string) => `Acotar: ${name}`,
  narrowPlaceholder: 'Escriba para acotar',
  nothing: 'Nada coincide.',
  today: 'Hoy',
  last7: 'Últimos 7 días',
  last30: 'Últimos 30 días',
  from: 'Desde',
  to: 'Hasta',
  anyDate: 'Cualquier fecha',
  between: (from: string, to: string) => `${from} – ${to}`,
  since: (day: string) => `desde ${day}`,
  last: (days: number) => (days === 1 ? 'hoy' : `últimos ${days} días`),
  until: (day: string) => `hasta ${day}`,
};

export type FilterTexts = typeof es;
