import type { Schemas } from '../../../api/client';

export const es = {
  wait: {
    titles: {
      requester: 'Se espera algo de usted',
      'third-party': 'Se espera a un tercero',
    } as const satisfies Record<Schemas['Awaited'], string>,
    texts: {
      requester: 'Su ticket sigue en cuanto conteste aquí abajo.',
      'third-party': 'No necesita hacer nada: le avisaremos cuando haya una respuesta.',
    } as const satisfies Record<Schemas['Awaited'], string>,
    since: 'En espera desde el {date}.',
  },
  continues: {
    title: '¿El problema continúa?',
    text: 'Este ticket fue atendido. Si el problema continúa, se reabre; si no, su comentario se agrega y el ticket se cerrará en su fecha.',
    yes: 'Sí, reabrir',
    no: 'No, solo es un comentario',
  },
  close: {
    button: 'Mi problema está resuelto',
    title: '¿Su problema está resuelto?',
    text: 'El ticket quedará Cerrado y se avisará al agente. Si después necesita más ayuda, puede abrir otro relacionado con este.',
    withReply:
      'Se enviará lo que escribió y el ticket quedará Cerrado. Si después necesita más ayuda, puede abrir otro relacionado con este.',
    confirm: 'Sí, cerrar el ticket',
    done: 'El ticket quedó Cerrado. Gracias por avisarnos.',
  },
  related: 'Continúa el ticket:',
} as const;
