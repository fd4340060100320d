import { expect, it } from 'vitest';
import { fieldsOf, withoutOtherFields } from './fields';

const choice = (id: string, ...options: string[]) => ({
  id,
  kind: 'choice' as const,
  name: id,
  required: false,
  options: options.map((option) => ({ id: option, name: option })),
});
const topics = [
  {
    id: 'sipot',
    name: 'SIPOT',
    fields: [choice('modulo', 'carga', 'otro'), { ...choice('folio'), kind: 'text' as const }],
  },
  {
    id: 'sisai',
    name: 'SISAI',
    fields: [choice('modulo', 'otro', 'envio'), { ...choice('urge'), kind: 'checkbox' as const }],
  },
  { id: 'otro', name: 'Otro' },
];

it('offers each field with choices of the chosen topics once', () => {
  expect(fieldsOf(undefined, topics)).toEqual([]);
  expect(fieldsOf(['otro'], topics)).toEqual([]);
  expect(fieldsOf(['sipot'], topics).map(({ id }) => id)).toEqual(['modulo']);
  const both = fieldsOf(['sipot', 'sisai'], topics);
  expect(both.map(({ id }) => id)).toEqual(['modulo', 'urge']);
  expect(both[0]?.options?.map(({ id }) => id)).toEqual(['carga', 'otro', 'envio']);
});

it('removes filters by fields of other topics', () => {
  const field = ['modulo:carga', 'urge:true'];
  expect(withoutOtherFields({ topic: ['sipot'], field }, topics)).toEqual({
    topic: ['sipot'],
    field: ['modulo:carga'],
  });
  expect(withoutOtherFields({ topic: [], field }, topics).field).toEqual([]);
  expect(withoutOtherFields({ topic: ['otro'] }, topics)).toEqual({ topic: ['otro'] });
});
