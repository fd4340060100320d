import type { Schemas } from '../../../api/client';

type Awaited = Schemas['Awaited'];

export const es = {
  wait: {
    legend: '¿A quién se espera?',
    names: { requester: 'Al usuario', 'third-party': 'A un tercero' } satisfies Record<Awaited, string>,
    abouts: {
      requester: 'Su próximo mensaje termina la espera.',
      'third-party': 'Un proveedor u otra área; termina cuando usted lo reabra.',
    } satisfies Record<Awaited, string>,
    reason: '¿Qué se espera?',
    reasonHint: 'El usuario lo lee en su ticket y en el correo.',
    since: { requester: 'Se espera al usuario desde el', 'third-party': 'Se espera a un tercero desde el' },
    stopped: 'El plazo está detenido.',
    sendTitle: 'Enviar y dejar En espera',
    send: 'Enviar y dejar En espera',
    cancel: 'Cancelar',
    brief: { requester: 'Se espera al usuario', 'third-party': 'Se espera a un tercero' } satisfies Record<
      Awaited,
      string
    >,
  },
  left: {
    due: (time: string) => `Vence en ${time}`,
    now: 'Vence en menos de un minuto hábil',
    paused: (time: string) => `En pausa: quedan ${time}`,
    minutes: (count: number) => `${count} min hábiles`,
    hours: (count: number) => (count === 1 ? '1 h hábil' : `${count} h hábiles`),
    days: (count: number) => (count === 1 ? '1 día hábil' : `${count} días hábiles`),
    daysAndHours: (days: number, hours: number) =>
      `${days === 1 ? '1 día' : `${days} días`} y ${hours} h hábiles`,
  },
  firstAnswer: {
    name: 'Primera respuesta',
    met: 'En tiempo',
    late: 'Tarde',
    missed: 'Vencida: aún no se da',
    before: 'Antes del',
    missedBrief: 'Sin primera respuesta',
  },
  rating: { name: 'Calificación', comment: (text: string) => `«${text}»` },
  related: 'Continúa el ticket',
  why: {
    priority: 'por la nueva prioridad',
    topic: 'por el nuevo tema de ayuda',
    resumed: 'porque el plazo corre de nuevo',
  },
};

export type LifeTexts = typeof es;
