export const es = {
  preview: {
    title: 'Un ticket abierto ahora',
    lead: 'Así quedaría con lo que se ve aquí, aunque no lo haya guardado.',
    priority: 'Prioridad',
    firstAnswer: 'Primera respuesta antes del',
    due: 'Vence el',
    none: 'Sin plazo',
    wrong: 'Corrija lo marcado para ver los plazos.',
  },
  priorities: { high: 'ALTA 1', medium: 'MEDIA 2', low: 'BAJA 3', unset: 'Sin valorar' } as Record<
    string,
    string
  >,
  week: {
    title: 'Horario de servicio',
    lead: 'Los plazos hábiles solo cuentan estas horas. Dos horarios en un día dejan una pausa.',
    days: ['Domingo', 'Lunes', 'Martes', 'Miércoles', 'Jueves', 'Viernes', 'Sábado'],
    closed: 'Sin servicio',
    from: (day: string) => `${day}, desde`,
    to: (day: string) => `${day}, hasta`,
    until: 'a',
    add: 'Agregar horario',
    addTo: (day: string) => `Agregar horario el ${day.toLowerCase()}`,
    remove: (day: string, from: string) => `Quitar el horario de las ${from} del ${day.toLowerCase()}`,
    zone: 'Zona horaria',
  },
  closed: {
    title: 'Días sin servicio',
    official: 'Descansar los días oficiales de México (Ley Federal del Trabajo, artículo 74)',
    officialHint:
      'Se calculan por regla: los lunes que recorren el 5 de febrero, el 21 de marzo y el 20 de noviembre, y el 1 de octubre del cambio de gobierno.',
    officialDays: 'Días oficiales',
    own: 'Días propios',
    none: 'No hay días propios.',
    date: 'Fecha',
    name: 'Motivo',
    add: 'Agregar día',
    remove: (date: string) => `Quitar el ${date}`,
    missing: 'Elija una fecha.',
  },
  targets: {
    title: 'Plazos',
    lead: 'Cuentan desde que se abre el ticket. Con ceros no hay plazo.',
    resolution: 'Atender en',
    firstAnswer: 'Primera respuesta en',
    days: 'días',
    hours: 'horas',
    daysOf: (what: string, priority: string) => `${what}, ${priority}: días`,
    hoursOf: (what: string, priority: string) => `${what}, ${priority}: horas`,
    calendarDays: 'Días naturales',
    calendarDaysOf: (what: string, priority: string) => `${what}, ${priority}: días naturales`,
  },
  notices: {
    title: 'Avisos y cierre',
    warnAt: 'Avisar al agente cuando ha pasado este porcentaje del plazo',
    escalateHours: 'Avisar a los administradores tantas horas hábiles después de vencido',
    remindDays: 'Recordar al usuario lo que se espera de él después de tantos días',
    never: '0 es nunca.',
    reopenDays: 'Días para reabrir un ticket Atendido antes de que se cierre',
    ratingDays: 'Días para cambiar una calificación',
  },
  stays:
    'Lo que cambie vale para los tickets nuevos, y para los demás cuando cambie su prioridad o su tema, o se reabran.',
  save: 'Guardar calendario y plazos',
  saved: 'El calendario y los plazos se guardaron. Toda la mesa los usa en unos segundos.',
  unsaved: 'Hay cambios sin guardar.',
  stale:
    'Otra persona cambió el calendario mientras usted lo editaba. Cárguelo de nuevo; lo que cambió aquí se descartará.',
  reload: 'Cargar de nuevo',
};

export type CalendarTexts = typeof es;
