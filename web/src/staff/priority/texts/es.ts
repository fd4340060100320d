import type { Schemas } from '../../../api/client';

type Priority = Schemas['Priority'];

const priorities = {
  high: 'ALTA (prioridad 1)',
  medium: 'MEDIA (prioridad 2)',
  low: 'BAJA (prioridad 3)',
} as const satisfies Record<Priority, string>;

export const es = {
  title: 'Valorar el ticket',
  change: 'Cambiar prioridad',
  legend: 'Prioridad',
  names: priorities,
  noDeadline: 'Sin plazo.',
  deadline: {
    business: {
      one: 'Plazo: {count} día hábil.',
      many: 'Plazo: {count} de días hábiles.',
      other: 'Plazo: {count} días hábiles.',
    },
    calendar: {
      one: 'Plazo: {count} día.',
      many: 'Plazo: {count} de días.',
      other: 'Plazo: {count} días.',
    },
  },
  setTo: 'Prioridad: {name}',
  save: 'Guardar prioridad',
  missing: 'Elija una prioridad.',
  none: { label: 'Dejar sin valorar', explanation: 'El ticket queda sin prioridad y sin plazo.' },
  triage: {
    title: 'El ticket no tiene prioridad',
    submit: 'Enviar y marcar Atendido',
  },
  saved: {
    moved: 'Prioridad {name}. Vence el {due}; antes, el {before}.',
    set: 'Prioridad {name}. Vence el {due}; antes, sin plazo.',
    removed: 'Prioridad {name}. Queda sin plazo; antes, el {before}.',
    none: 'Prioridad {name}. Queda sin plazo; antes, sin plazo.',
  },
} as const;
