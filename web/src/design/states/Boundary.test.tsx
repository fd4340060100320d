import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Boundary } from './Boundary';

function Failing({ message }: { message: string }): never {
  throw new TypeError(message);
}

test.each([
  ['Failed to fetch dynamically imported module: https://desk.example/assets/a.js', 'No hay conexión'],
  ['error loading dynamically imported module: https://desk.example/assets/a.js', 'No hay conexión'],
  ['Importing a module script failed.', 'No hay conexión'],
  ['Unable to preload CSS for /assets/a.css', 'No hay conexión'],
  ['items is undefined', 'Falló algo de nuestro lado'],
])('%s: %s', (message, text) => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  render(
    <Boundary>
      <Failing message={message} />
    </Boundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain(text);
});
