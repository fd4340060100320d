import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Providers } from '../testing/Providers';
import { LeftOut } from './LeftOut';

test('an empty list names the words that were not searched, and a prefix that is too short', () => {
  render(<LeftOut leftOut={{ words: ['de', 'B'], prefix: 'tran' }} />, { wrapper: Providers });
  expect(screen.getByText('No se buscó, por ser muy común o muy corto: «de» y «B».')).toBeTruthy();
  expect(screen.getByText(/De «tran» solo se buscó la palabra completa/)).toBeTruthy();
});

test('nothing is shown if nothing was left out', () => {
  const { container } = render(<LeftOut leftOut={undefined} />, { wrapper: Providers });
  expect(container.textContent).toBe('');
});
