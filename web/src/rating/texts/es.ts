export const es = {
  of: (score: number) => `${score} de 5`,
  rated: (score: number) => `Calificación: ${score} de 5`,
};

export type RatingTexts = typeof es;
