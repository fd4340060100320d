import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Dialog } from './Dialog';

/** Presses Escape and returns whether the browser would close the dialog itself. */
function pressEscape(): boolean {
  // happy-dom considers every dialog hidden.
  const dialog = screen.getByRole('dialog', { hidden: true });
  const keyDown = createEvent.keyDown(dialog, { key: 'Escape' });
  fireEvent(dialog, keyDown);
  return !keyDown.defaultPrevented;
}

test('Escape cannot close a dialog without onClose', () => {
  render(<Dialog title="Su sesión terminó">Inicie sesión.</Dialog>);
  expect(pressEscape()).toBe(false);
  expect(pressEscape()).toBe(false);
});

test('a request of the browser to close a dialog calls onClose', () => {
  const onClose = vi.fn();
  render(
    <Dialog title="Asignar" onClose={onClose}>
      Elija.
    </Dialog>,
  );
  expect(pressEscape()).toBe(true);
  fireEvent(screen.getByRole('dialog', { hidden: true }), new Event('cancel', { cancelable: true }));
  expect(onClose).toHaveBeenCalledTimes(1);
});
