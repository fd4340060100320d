import type { Schemas } from '../../api/client';

const kinds: Record<Schemas['LinkKind'], string> = {
  related: 'Relacionado con',
  'duplicate-of': 'Duplicado de',
  'duplicated-by': 'Tiene como duplicado a',
  'caused-by': 'Causado por',
  causes: 'Es causa de',
  'merged-into': 'Combinado con',
  'merged-from': 'Incluye lo de',
  'split-into': 'Se dividió en',
  'split-from': 'Se separó de',
};

export const es = {
  title: 'Tickets vinculados',
  kinds,
  add: 'Vincular',
  kind: 'Este ticket está…',
  number: 'Número del otro ticket',
  numberHint: 'Con o sin PNT: PNT003445, 3445.',
  missing: 'Escriba el número de un ticket.',
  submit: 'Vincular',
  cancel: 'Cancelar',
  remove: (number: string) => `Quitar el vínculo con ${number}`,
  added: 'Tickets vinculados.',
  removed: 'Vínculo quitado.',
  show: (number: string) => `Ver los mensajes de ${number}`,
  hide: (number: string) => `Ocultar los mensajes de ${number}`,
  messages: (number: string) => `Mensajes de ${number}`,
  copiedFrom: 'Se copió de',
  movedTo: 'Pasó al ticket',
  see: 'Ver el ticket',
  desk: 'Mesa de Servicio',
  merged: (number: string) => `Este ticket se combinó con el ${number}`,
  mergedText: 'La conversación sigue ahí.',
  goOn: (number: string) => `Ir al ${number}`,
};

export type LinkTexts = typeof es;
