import type { Schemas } from '../../../../api/client';

const roles: Record<Schemas['Role'], string> = {
  requester: 'Usuario',
  agent: 'Agente',
  supervisor: 'Supervisor',
  admin: 'Administrador',
};

export const es = {
  roles,
  here: 'Disponible',
  away: 'Ausente',
  awayUntil: (day: string) => `Ausente; vuelve el ${day}`,
  change: 'Cambiar',
  changeOf: (name: string) => `Cambiar la disponibilidad de ${name}`,
  saved: 'Disponibilidad guardada.',
};

export type AgentsTexts = typeof es;
