/** The parts of a KeyboardEvent that identify a key press. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/**
 * Returns a key press as text: `j`, `?`, `Enter`, `mod+k`, `shift+Enter`. `mod` is Ctrl or ⌘.
 * Characters such as `?` and `J` already imply Shift, so `shift` is added only to named keys.
 */
export function textOfPress(press: Press): string {
  const character = press.key.length === 1;
  let text = character && press.ctrlKey ? press.key.toLowerCase() : press.key;
  if (press.shiftKey && !character) text = `shift+${text}`;
  if (press.altKey) text = `alt+${text}`;
  if (press.ctrlKey || press.metaKey) text = `mod+${text}`;
  return text;
}

/** Returns the strokes of a shortcut. `g m` has two strokes, which are pressed one after the other. */
export function strokesOf(keys: string): string[] {
  return keys.split(' ');
}

const names: Record<string, string> = {
  mod: apple ? '⌘' : 'Ctrl',
  shift: apple ? '⇧' : 'Shift',
  alt: apple ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** Returns the labels of the keys of a stroke. */
export function keyLabelsOf(stroke: string): string[] {
  return stroke.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}
