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
    yes: 'Sí, reabrir el ticket',
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
  rating: {
    title: '¿Cómo fue la atención?',
    lead: 'Su opinión llega a quien lo atendió y a sus supervisores.',
    legend: 'Calificación',
    /** The words for the scores 1 to 5. */
    scores: ['Muy mala', 'Mala', 'Regular', 'Buena', 'Muy buena'],
    comment: 'Comentario',
    missing: 'Elija una calificación, de 1 a 5.',
    submit: 'Enviar calificación',
    change: 'Cambiar calificación',
    yours: 'Su calificación',
    thanks: 'Gracias por calificar la atención.',
    until: 'Puede cambiarla hasta el {date}.',
    quote: '«{text}»',
  },
  related: 'Continúa el ticket:',
} as const;
