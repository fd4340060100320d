/** What is pressed, as the registry sees it: a KeyboardEvent has it all. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/**
 * The written form of a press: `j`, `?`, `Enter`, `mod+k`, `shift+Enter`. `mod` is Ctrl, or ⌘ on Apple's machines. Shift is
 * in the character already (`?`, `J`), so it is written only with keys that have a name.
 */
export function writtenOf(press: Press): string {
  const character = press.key.length === 1;
  let written = character && press.ctrlKey ? press.key.toLowerCase() : press.key;
  if (press.shiftKey && !character) written = `shift+${written}`;
  if (press.altKey) written = `alt+${written}`;
  if (press.ctrlKey || press.metaKey) written = `mod+${written}`;
  return written;
}

/** The strokes of a shortcut: `g m` is two, one after the other. */
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

/** What is printed on the keys of one stroke. */
export function capsOf(stroke: string): string[] {
  return stroke.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}
