import type { RatingTexts } from './es';

export const en: RatingTexts = {
  of: (score) => `${score} of 5`,
  rated: (score) => `Rating: ${score} of 5`,
};
