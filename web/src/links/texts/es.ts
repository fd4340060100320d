import type { Schemas } from '../../api/client';
import type { Texts } from '../../i18n/catalog';

const kinds = {
  related: 'Relacionado con',
  'duplicate-of': 'Duplicado de',
  'duplicated-by': 'Tiene como duplicado a',
  'caused-by': 'Causado por',
  causes: 'Es causa de',
  'merged-into': 'Combinado con',
  'merged-from': 'Incluye lo de',
  'split-into': 'Se dividió en',
  'split-from': 'Se separó de',
} as const satisfies Record<Schemas['LinkKind'], string>;

export const es = {
  title: 'Tickets vinculados',
  kinds,
  add: 'Vincular',
  kind: 'Este ticket está…',
  number: 'Número del otro ticket',
  numberHint: 'El número completo o solo su cifra: 3445.',
  missing: 'Escriba el número de un ticket.',
  submit: 'Vincular',
  remove: 'Quitar el vínculo con {number}',
  added: 'Tickets vinculados.',
  removed: 'Vínculo quitado.',
  show: 'Ver los mensajes de {number}',
  hide: 'Ocultar los mensajes de {number}',
  messages: 'Mensajes de {number}',
  copiedFrom: 'Se copió de {ticket}',
  movedTo: 'Pasó al ticket {ticket}',
  see: 'Ver el ticket {ticket}',
  merged: 'Este ticket se combinó con el {number}',
  via: 'por el {number}',
  mergedText: 'La conversación sigue ahí.',
  continueAt: 'Ir al {number}',
} as const;

export type LinkTexts = Texts<typeof es>;
