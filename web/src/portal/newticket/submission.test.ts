import { expect, test } from 'vitest';
import { missingFields, requestOf, type TicketDraft } from './submission';

const draft: TicketDraft = {
  topicId: 'sipot',
  subject: '  Error  ',
  detail: '<p>a</p>',
  entity: 'FEDERACION',
  files: [{ id: 'f1', filename: 'a.pdf', size: 1, contentType: 'application/pdf' }],
};

test('only what is required can be missing, blanks included', () => {
  expect(missingFields(draft)).toEqual([]);
  expect(missingFields({ ...draft, subject: '   ', detail: '', files: [] })).toEqual(['subject', 'detail']);
});

test('the request answers what the chosen topic asks, and nothing else', () => {
  const asked = [
    { id: 'folio', kind: 'text' as const, name: 'Folio', required: true },
    { id: 'dia', kind: 'date' as const, name: 'Día', required: false },
  ];
  expect(requestOf({ ...draft, fields: { folio: '7', dia: '', otro: 'x' } }, asked).fields).toEqual({
    folio: '7',
  });
  expect(requestOf({ ...draft, fields: { otro: 'x' } }).fields).toBeUndefined();
});

test('the request names the files and trims the summary', () => {
  expect(requestOf(draft)).toEqual({
    topicId: 'sipot',
    subject: 'Error',
    detail: '<p>a</p>',
    entity: 'FEDERACION',
    attachmentIds: ['f1'],
  });
});
