export const es = {
  unread: 'Mensaje del usuario sin leer',
} as const;
