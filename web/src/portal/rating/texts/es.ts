export const es = {
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
} as const;
