export const es = {
  sessions: {
    title: 'Sesiones abiertas',
    intro:
      'Estos son los equipos en los que inició sesión. Si no reconoce alguno, cierre su sesión y cambie su contraseña.',
    unknownDevice: 'Equipo desconocido',
    current: 'Esta sesión',
    createdAt: 'Inicio',
    lastUsedAt: 'Último uso',
    end: 'Cerrar sesión',
    endLabel: 'Cerrar sesión: {device}',
    ended: 'La sesión se cerró.',
    showOthers: {
      one: 'Mostrar {count} sesión más',
      many: 'Mostrar {count} de sesiones más',
      other: 'Mostrar {count} sesiones más',
    },
    endOthers: 'Cerrar todas las demás',
    othersEnded: 'Se cerraron todas las demás sesiones.',
  },
} as const;
