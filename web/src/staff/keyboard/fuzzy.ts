/** Removes accents and case, so that «cerrar sesion» finds «Cerrar sesión». */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How well a text matches what was typed: 0 is no match, higher is better. All letters must occur in order; starts of words and
 * adjacent letters count for more, so «mde» finds «Mi departamento».
 */
export function score(typed: string, text: string): number {
  const wanted = fold(typed).replace(/\s+/g, '');
  const there = fold(text);
  if (wanted === '') return 1;
  const whole = there.indexOf(fold(typed).trim());
  let sum = 0;
  if (whole >= 0) sum += whole === 0 ? 80 : isStart(there, whole) ? 60 : 30;
  let at = -1;
  for (const letter of wanted) {
    const next = bestNext(there, letter, at);
    if (next < 0) return 0;
    sum += next === at + 1 ? 4 : isStart(there, next) ? 6 : 1;
    at = next;
  }
  return sum + 10 / (there.length + 1);
}

/** Finds the next letter: directly after, else at the start of a later word, else anywhere later. */
function bestNext(text: string, letter: string, after: number): number {
  if (after >= 0 && text[after + 1] === letter) return after + 1;
  for (let i = text.indexOf(letter, after + 1); i >= 0; i = text.indexOf(letter, i + 1)) {
    if (isStart(text, i)) return i;
  }
  return text.indexOf(letter, after + 1);
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}
