export const es = {
  of: '{score} de 5',
  rated: 'Calificación: {score} de 5',
} as const;
