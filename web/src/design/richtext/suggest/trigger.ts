/** What is being asked for at the caret: `/acu` asks for what begins so, `@an` for people. */
export interface Asked {
  trigger: string;
  words: string;
  /** How many characters before the caret it begins. */
  length: number;
}

const longest = 40;

/**
 * Reads the text before the caret. A trigger counts at the beginning or after a blank, so «y/o» and addresses are left alone,
 * and what is asked for begins right after it.
 */
export function askedFor(before: string, triggers: readonly string[]): Asked | undefined {
  for (const trigger of triggers) {
    const at = before.lastIndexOf(trigger);
    if (at < 0 || (at > 0 && !/\s/.test(before[at - 1] ?? ''))) continue;
    const words = before.slice(at + trigger.length);
    if (words.length > longest || /^\s/.test(words) || words.includes('\n')) continue;
    return { trigger, words, length: before.length - at };
  }
  return undefined;
}
