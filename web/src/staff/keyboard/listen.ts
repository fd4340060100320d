import { registry } from './registry';
import { singleKeys } from './singleKeys';

const wordless = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** Whether a press goes into a text. */
function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !wordless.has(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** Whether Enter or Space is the focused control's own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, input, [role="option"]') !== null;
}

/**
 * The page's one listener for shortcuts. Nothing fires while a text is typed but combinations with Ctrl or ⌘; there, Escape
 * leaves the field, so that the keys work again. An open dialog covers everything beneath it.
 */
export function listen(): () => void {
  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const combination = event.ctrlKey || event.metaKey;
    const covered = document.querySelector('dialog[open]') !== null;
    if (isTyping(event.target) && !combination) {
      if (event.key === 'Escape' && !covered) event.target.blur();
      return;
    }
    if (!combination && event.key.length === 1 && !singleKeys()) return;
    if ((event.key === 'Enter' || event.key === ' ') && !combination && isControl(event.target)) return;
    const found = registry.press(event, event.timeStamp, covered ? 'dialog' : 'page');
    if (!found) return;
    event.preventDefault();
    if (found !== 'begun') found.run();
  }
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
