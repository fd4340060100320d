import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSlug } from './useSlug';

test('a retry with another title has the id of the first attempt', () => {
  const { result, rerender } = renderHook(useSlug);
  const id = result.current('¿Cómo cambio mi contraseña?');
  expect(id).toMatch(/^como-cambio-mi-contrasena-[a-z0-9]{4}$/);
  rerender();
  expect(result.current('Otro título')).toBe(id);
});
