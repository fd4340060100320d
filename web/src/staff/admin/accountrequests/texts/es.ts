export const es = {
  empty: 'No hay solicitudes pendientes.',
  columns: {
    email: 'Correo electrónico',
    organization: 'Organización',
    phone: 'Teléfono de contacto',
    createdAt: 'Recibida',
  },
} as const;
