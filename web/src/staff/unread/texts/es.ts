export const es = {
  unread: 'Mensaje del usuario sin leer',
};

export type UnreadTexts = typeof es;
