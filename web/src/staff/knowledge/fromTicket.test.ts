import { expect, test } from 'vitest';
import { articleFromTicket } from './fromTicket';

const labels = { name: 'nombre', email: 'correo', phone: 'teléfono', number: 'ticket', id: 'clave' };

function redactedArticle(
  subject: string,
  bodies: [kind: 'message' | 'response' | 'note' | 'event', body: string][],
) {
  const entries = bodies.map(([kind, body], index) => ({
    id: String(index),
    kind,
    body,
    author:
      kind === 'message'
        ? ({ id: 'maria', name: 'María López Estrada', role: 'requester' } as const)
        : ({ id: 'ana', name: 'Ana Torres', role: 'agent' } as const),
    attachments: [],
    changes: [],
    createdAt: '2026-11-24T16:00:00Z',
    version: index + 1,
  }));
  return articleFromTicket(
    { subject, requester: { id: 'maria', name: 'María López Estrada' }, entries },
    'PNT',
    labels,
  );
}

test('an article from a ticket contains the first message and the last response, without notes', () => {
  const { title, body } = redactedArticle('No carga', [
    ['message', '<p>¿Por qué?</p>'],
    ['response', '<p>Antes</p>'],
    ['note', '<p>Secreto</p>'],
    ['response', '<p>Por el catálogo</p>'],
    ['message', '<p>Gracias</p>'],
  ]);
  expect(title).toBe('No carga');
  expect(body).toBe('<blockquote><p>¿Por qué?</p></blockquote><p>Por el catálogo</p>');
});

test('personal data is replaced', () => {
  const { title, body, removed, doubtfulWords } = redactedArticle('Alta de maría lópez, ticket PNT003445', [
    [
      'message',
      '<p>Soy <b>María López Estrada</b>, RFC LOEM800101AB1, CURP LOEM800101MDFPSR09. Escriba a <a href="mailto:maria@infoem.example">maria@infoem.example</a> o llame al 722 226 1980 ext. 101.</p>',
    ],
    [
      'response',
      '<p>Hola, María: el formato 28 y las 2024 filas de 12 de octubre de 2020 están bien. Ana Torres</p>',
    ],
  ]);
  expect(title).toBe('Alta de [nombre], ticket [ticket]');
  expect(body).toBe(
    '<blockquote><p>Soy <b>[nombre]</b>, RFC [clave], CURP [clave]. Escriba a <a>[correo]</a> o llame al [teléfono].</p></blockquote>' +
      '<p>Hola, María: el formato 28 y las 2024 filas de 12 de octubre de 2020 están bien. [nombre]</p>',
  );
  expect(removed.map(({ text }) => text)).toContain('722 226 1980 ext. 101');
  expect(doubtfulWords).toEqual(['María']);
});

test('an article from a ticket without a response contains only the question', () => {
  expect(redactedArticle('Duda', [['message', '<p>¿Cómo?</p>']]).body).toBe(
    '<blockquote><p>¿Cómo?</p></blockquote>',
  );
});
