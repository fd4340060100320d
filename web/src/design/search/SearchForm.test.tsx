import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Providers } from '../../testing/Providers';
import { SearchForm } from './SearchForm';

test('Enter searches the trimmed words, and other words in the URL update the box', async () => {
  const user = userEvent.setup();
  const onSearch = vi.fn();
  const form = (words: string) => (
    <SearchForm label="Buscar" placeholder="" words={words} onSearch={onSearch}>
      <button type="submit">Ir</button>
    </SearchForm>
  );
  const { rerender } = render(form('sipot'), { wrapper: Providers });
  const box = () => screen.getByLabelText<HTMLInputElement>('Buscar');
  await user.type(box(), ' 2026 {Enter}');
  expect(onSearch).toHaveBeenCalledExactlyOnceWith('sipot 2026');
  rerender(form('carga'));
  expect(box().value).toBe('carga');
});
