import type { Schemas } from '../../../../api/client';

const roles = {
  requester: 'Usuario',
  agent: 'Agente',
  supervisor: 'Supervisor',
  admin: 'Administrador',
} as const satisfies Record<Schemas['Role'], string>;

export const es = {
  roles,
  available: 'Disponible',
  away: 'Ausente',
  awayUntil: 'Ausente; vuelve el {day}',
  change: 'Cambiar',
  changeOf: 'Cambiar la disponibilidad de {name}',
  saved: 'Disponibilidad guardada.',
} as const;
