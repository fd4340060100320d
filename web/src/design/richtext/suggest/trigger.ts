/** A trigger and the words typed after it, such as `/acu` or `@an`. */
export interface TriggerMatch {
  trigger: string;
  words: string;
  /** The number of characters from the trigger to the caret. */
  length: number;
}

const maxLength = 40;

/**
 * Finds a trigger in the text before the caret. A trigger counts only at the start or after a space, so that «y/o» and
 * e-mail addresses are ignored, and only if no space follows it directly.
 */
export function triggerBefore(before: string, triggers: readonly string[]): TriggerMatch | undefined {
  for (const trigger of triggers) {
    const position = before.lastIndexOf(trigger);
    if (position < 0 || (position > 0 && !/\s/.test(before[position - 1] ?? ''))) continue;
    const words = before.slice(position + trigger.length);
    if (words.length > maxLength || /^\s/.test(words) || words.includes('\n')) continue;
    return { trigger, words, length: before.length - position };
  }
  return undefined;
}
