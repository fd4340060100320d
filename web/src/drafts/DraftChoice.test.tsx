import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Providers } from '../testing/Providers';
import DraftChoice from './DraftChoice';
import type { Remote } from './remote';

test('the choice shows the text and the files of the other draft', () => {
  const file = (id: string, filename: string) => ({ id, filename, size: 3, contentType: 'text/plain' });
  const conflict: Remote = {
    texts: { body: '<p>Hola</p>' },
    values: { files: [file('f1', 'oficio.pdf'), file('f2', 'foto.png')], topicId: 'sipot', began: null },
    attachmentIds: ['f1', 'f2'],
    key: 'llave-1234',
    device: 'tab-12345',
    savedAt: '2026-11-30T12:00:00Z',
  };
  const draft = { chooseRemote: vi.fn(), chooseLocal: vi.fn() };
  render(<DraftChoice draft={draft} conflict={conflict} />, { wrapper: Providers });
  expect(screen.getByText('Hola')).toBeDefined();
  expect(screen.getByText('Con los archivos: oficio.pdf, foto.png')).toBeDefined();
});
