import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import type { FormEvent } from 'react';
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

test('Ctrl+Enter in a field submits the form of the dialog', () => {
  const onSubmit = vi.fn((event: FormEvent) => event.preventDefault());
  const form = (disabled: boolean) => (
    <Dialog title="Fusionar">
      <form onSubmit={onSubmit}>
        <textarea aria-label="Motivo" />
        <button type="submit" disabled={disabled}>
          Fusionar
        </button>
        <button type="button">Cancelar</button>
      </form>
    </Dialog>
  );
  const { rerender } = render(form(true));
  const field = screen.getByLabelText('Motivo');
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect(onSubmit).not.toHaveBeenCalled();
  rerender(form(false));
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onSubmit).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  fireEvent.keyDown(screen.getByText('Cancelar'), { key: 'Enter', metaKey: true });
  expect(onSubmit).toHaveBeenCalledTimes(2);
});
