import { registry } from './registry';
import { singleKeysEnabled } from './singleKeys';

const nonTextInputs = new Set([
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

/** Whether the focused element accepts typed characters: a text field, a select or the editor. */
function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !nonTextInputs.has(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** Whether the focused control handles Enter and Space itself. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, input, [role="option"]') !== null;
}

/**
 * Listens to shortcuts on the whole page. While the person types text, only combinations with Ctrl or ⌘ work, and
 * Escape leaves the field. An open dialog disables the shortcuts of the page below it.
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
    if (!combination && event.key.length === 1 && !singleKeysEnabled()) return;
    if ((event.key === 'Enter' || event.key === ' ') && !combination && isControl(event.target)) return;
    const command = registry.press(event, event.timeStamp, covered ? 'dialog' : 'page');
    if (!command) return;
    event.preventDefault();
    if (command !== 'begun') command.run();
  }
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
