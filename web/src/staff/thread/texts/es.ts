import type { Schemas } from '../../../api/client';
import type { Texts } from '../../../i18n/catalog';

type Field = Schemas['Change']['field'];

const fields = {
  status: 'Estado',
  priority: 'Prioridad',
  assignee: 'Agente',
  department: 'Departamento',
  topic: 'Tema de ayuda',
  dueAt: 'Vence',
  firstResponseDueAt: 'Primera respuesta antes del',
  waitingFor: 'Se espera',
  waitingReason: 'Motivo de la espera',
  rating: 'Calificación',
  ratingComment: 'Comentario de la calificación',
  relatedTo: 'Relacionado con',
  tags: 'Etiquetas',
  participant: 'Participante',
  link: 'Vínculo',
  mergedInto: 'Combinado con',
  merged: 'Se combinó aquí',
  extra: 'Dato',
  mergeUndone: 'Se deshizo la combinación con',
  splitInto: 'Se dividió en',
  splitFrom: 'Se separó de',
} as const satisfies Record<Field, string>;

const nothing = {
  status: '—',
  priority: 'Sin valorar',
  assignee: 'Sin asignar',
  department: '—',
  topic: '—',
  dueAt: 'sin plazo',
  firstResponseDueAt: 'sin plazo',
  waitingFor: 'a nadie',
  waitingReason: '—',
  rating: 'sin calificar',
  ratingComment: '—',
  relatedTo: '—',
  tags: '—',
  participant: '—',
  link: '—',
  mergedInto: '—',
  merged: '—',
  extra: '—',
  mergeUndone: '—',
  splitInto: '—',
  splitFrom: '—',
} as const satisfies Record<Field, string>;

const awaited = {
  requester: 'al usuario',
  'third-party': 'a un tercero',
} as const satisfies Record<Schemas['Awaited'], string>;

export const es = {
  title: 'Conversación e historial',
  kinds: { message: 'Mensaje', response: 'Respuesta', note: 'Nota interna' },
  desk: 'Mesa de Servicio',
  fields,
  nothing,
  awaited,
  score: '{score} de 5',
  tags: {
    added: 'Etiquetas: se puso {added}',
    removed: 'Etiquetas: se quitó {removed}',
    both: 'Etiquetas: se puso {added}; se quitó {removed}',
  },
  set: '{field}: {to}',
  changed: '{field}: {from} → {to}',
} as const;

export type ThreadTexts = Texts<typeof es>;
