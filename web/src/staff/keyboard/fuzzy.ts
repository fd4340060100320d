import { fold } from '../../design/search/fold';

/**
 * Returns how well a text matches the typed letters: 0 is no match, and a higher score is better. All letters must
 * occur in order. Letters at the start of words and adjacent letters score more, so that «mde» finds «Mi departamento».
 */
export function score(typed: string, text: string): number {
  const letters = fold(typed).replace(/\s+/g, '');
  const folded = fold(text);
  if (letters === '') return 1;
  const substringAt = folded.indexOf(fold(typed).trim());
  let sum = 0;
  if (substringAt >= 0) sum += substringAt === 0 ? 80 : isStart(folded, substringAt) ? 60 : 30;
  let position = -1;
  for (const letter of letters) {
    const next = bestNext(folded, letter, position);
    if (next < 0) return 0;
    sum += next === position + 1 ? 4 : isStart(folded, next) ? 6 : 1;
    position = next;
  }
  return sum + 10 / (folded.length + 1);
}

/**
 * Returns the index of the next letter: directly after the previous one, or else at the start of a later word, or else
 * anywhere later.
 */
function bestNext(text: string, letter: string, previous: number): number {
  if (previous >= 0 && text[previous + 1] === letter) return previous + 1;
  for (let i = text.indexOf(letter, previous + 1); i >= 0; i = text.indexOf(letter, i + 1)) {
    if (isStart(text, i)) return i;
  }
  return text.indexOf(letter, previous + 1);
}

function isStart(text: string, index: number): boolean {
  return index === 0 || !/[\p{L}\p{N}]/u.test(text[index - 1] ?? '');
}
