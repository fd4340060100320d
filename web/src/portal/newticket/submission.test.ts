import { expect, test } from 'vitest';
import { missingFields, requestOf, type TicketDraft } from './submission';

const draft: TicketDraft = {
  topicId: 'sipot',
  subject: '  Error  ',
  detail: '<p>a</p>',
  entity: 'FEDERACION',
  files: [{ id: 'f1', filename: 'a.pdf', size: 1, contentType: 'application/pdf' }],
};

test('only required fields can be missing; blank ones count as missing', () => {
  expect(missingFields(draft, true)).toEqual([]);
  expect(missingFields({ ...draft, subject: '   ', detail: '', files: [] }, true)).toEqual([
    'subject',
    'detail',
  ]);
  expect(missingFields({ ...draft, entity: '' }, true)).toEqual(['entity']);
  expect(missingFields({ ...draft, entity: '' }, false)).toEqual([]);
});

test('the request has only the answers to the chosen topic’s fields', () => {
  const fields = [
    { id: 'folio', kind: 'text' as const, name: 'Folio', required: true },
    { id: 'dia', kind: 'date' as const, name: 'Día', required: false },
  ];
  expect(requestOf({ ...draft, fields: { folio: '7', dia: '', otro: 'x' } }, fields).fields).toEqual({
    folio: '7',
  });
  expect(requestOf({ ...draft, fields: { otro: 'x' } }).fields).toBeUndefined();
});

test('the request has the ids of the files and a trimmed summary', () => {
  expect(requestOf(draft)).toEqual({
    topicId: 'sipot',
    subject: 'Error',
    detail: '<p>a</p>',
    entity: 'FEDERACION',
    attachmentIds: ['f1'],
  });
});
