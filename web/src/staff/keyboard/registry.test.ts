import { describe, expect, it } from 'vitest';
import { keyLabelsOf, type Press, textOfPress } from './keys';
import { type Command, Registry } from './registry';

function press(key: string, modifiers: Partial<Press> = {}): Press {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

function command(id: string, keys: string): Command {
  return { id, label: id, keys, run: () => {} };
}

describe('a key press as text', () => {
  it('contains Shift only for named keys, because a character implies it', () => {
    expect(textOfPress(press('?', { shiftKey: true }))).toBe('?');
    expect(textOfPress(press('Enter', { shiftKey: true }))).toBe('shift+Enter');
    expect(textOfPress(press('k', { ctrlKey: true }))).toBe('mod+k');
    expect(textOfPress(press('K', { ctrlKey: true, shiftKey: true }))).toBe('mod+k');
    expect(textOfPress(press('k', { metaKey: true }))).toBe('mod+k');
    expect(keyLabelsOf('mod+k')).toEqual(['Ctrl', 'K']);
  });
});

describe('the registry', () => {
  it('prefers the inner scope, and within a scope the newest layer', () => {
    const registry = new Registry();
    registry.add('ticket', [command('reply', 'r')]);
    registry.add('page', [command('refresh', 'r')]);
    const leave = registry.add('ticket', [command('read', 'r')]);
    const id = () => {
      const found = registry.press(press('r'), 0);
      return found !== 'begun' && found?.id;
    };
    expect(id()).toBe('read');
    leave();
    expect(id()).toBe('reply');
    expect(registry.inScope('page')).toEqual([]);
    expect(registry.inScope('ticket').map(({ id }) => id)).toEqual(['reply']);
  });

  it('waits for the second key of a sequence until a timeout', () => {
    const registry = new Registry();
    registry.add('page', [command('mine', 'g m'), command('mentions', 'm')]);
    expect(registry.press(press('g'), 0)).toBe('begun');
    expect(registry.press(press('m'), 500)).toMatchObject({ id: 'mine' });
    expect(registry.press(press('g'), 1000)).toBe('begun');
    expect(registry.press(press('m'), 9000)).toMatchObject({ id: 'mentions' });
    expect(registry.press(press('g'), 10000)).toBe('begun');
    expect(registry.press(press('x'), 10100)).toBeUndefined();
  });

  it('starts again when a sequence is not continued', () => {
    const registry = new Registry();
    registry.add('page', [command('mine', 'g m'), command('down', 'j')]);
    registry.press(press('g'), 0);
    expect(registry.press(press('j'), 100)).toMatchObject({ id: 'down' });
  });

  it('ignores the shortcuts below a dialog', () => {
    const registry = new Registry();
    registry.add('list', [command('down', 'j')]);
    registry.add('dialog', [command('choose', 'mod+Enter')]);
    expect(registry.press(press('j'), 0, 'dialog')).toBeUndefined();
    expect(registry.press(press('Enter', { ctrlKey: true }), 0, 'dialog')).toMatchObject({ id: 'choose' });
  });

  it('accepts an alias of a shortcut', () => {
    const registry = new Registry();
    registry.add('list', [{ ...command('down', 'j'), alias: ['ArrowDown'] }]);
    expect(registry.press(press('ArrowDown'), 0)).toMatchObject({ id: 'down' });
  });
});
