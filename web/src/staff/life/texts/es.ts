import type { Schemas } from '../../../api/client';
import type { Texts } from '../../../i18n/catalog';

type Awaited = Schemas['Awaited'];

export const es = {
  wait: {
    legend: '¿A quién se espera?',
    names: { requester: 'Al usuario', 'third-party': 'A un tercero' } as const satisfies Record<
      Awaited,
      string
    >,
    explanations: {
      requester: 'Su próximo mensaje termina la espera.',
      'third-party': 'Un proveedor u otra área; termina cuando usted lo reabra.',
    } as const satisfies Record<Awaited, string>,
    reason: '¿Qué se espera?',
    reasonHint: 'El usuario lo lee en su ticket y en el correo.',
    since: {
      requester: 'Se espera al usuario desde el {date}. El plazo está detenido.',
      'third-party': 'Se espera a un tercero desde el {date}. El plazo está detenido.',
    } as const satisfies Record<Awaited, string>,
    sinceFor: {
      requester: 'Se espera al usuario desde el {date}: {reason}. El plazo está detenido.',
      'third-party': 'Se espera a un tercero desde el {date}: {reason}. El plazo está detenido.',
    } as const satisfies Record<Awaited, string>,
    sendTitle: 'Enviar y dejar En espera',
    send: 'Enviar y dejar En espera',
    brief: {
      requester: 'Se espera al usuario',
      'third-party': 'Se espera a un tercero',
    } as const satisfies Record<Awaited, string>,
  },
  left: {
    due: 'Vence en {time}',
    now: 'Vence en menos de un minuto hábil',
    paused: 'En pausa: quedan {time}',
    minutes: { one: '{count} min hábil', many: '{count} min hábiles', other: '{count} min hábiles' },
    hours: { one: '{count} h hábil', many: '{count} h hábiles', other: '{count} h hábiles' },
    days: { one: '{count} día hábil', many: '{count} de días hábiles', other: '{count} días hábiles' },
    daysAndHours: {
      one: '{count} día y {hours} h hábiles',
      many: '{count} de días y {hours} h hábiles',
      other: '{count} días y {hours} h hábiles',
    },
  },
  firstResponse: {
    name: 'Primera respuesta',
    met: 'En tiempo',
    late: 'Tarde',
    missed: 'Vencida: aún no se da',
    before: 'Antes del {date}',
    notGiven: 'No se ha dado',
  },
  rating: { name: 'Calificación', comment: '«{text}»' },
  related: 'Continúa el ticket',
  reasons: {
    priority: 'por la nueva prioridad',
    topic: 'por el nuevo tema de ayuda',
    resumed: 'porque el plazo corre de nuevo',
  },
} as const;

export type LifeTexts = Texts<typeof es>;
