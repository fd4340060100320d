import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Schemas } from '../../api/client';
import { Providers } from '../../testing/Providers';
import RatingCard from './RatingCard';

const resolved = {
  number: 'PNT000001',
  status: 'resolved',
  actions: ['rate'],
} as unknown as Schemas['Ticket'];
const reopened: Schemas['Ticket'] = { ...resolved, status: 'open', actions: [] };

test('a comment that is being written stays in view when the ticket is opened again', () => {
  const page = render(<RatingCard ticket={resolved} />, { wrapper: Providers });
  fireEvent.change(screen.getByLabelText(/Comentario/), { target: { value: 'Tardó mucho' } });
  page.rerender(<RatingCard ticket={reopened} />);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Comentario/).value).toBe('Tardó mucho');
});

test('a ticket that cannot be rated has no card', () => {
  render(<RatingCard ticket={reopened} />, { wrapper: Providers });
  expect(screen.queryByLabelText(/Comentario/)).toBeNull();
});
