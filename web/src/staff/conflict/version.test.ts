import { expect, test } from 'vitest';
import type { Entry } from '../../api/queries';
import { versionToSend } from './version';

const entry = (version: number, author: string) =>
  ({ id: `e${version}`, version, author: { id: author, name: author, role: 'agent' } }) as Entry;
const ticket = (...entries: Entry[]) => ({ version: 5, entries });

test.each([
  ['without a base it is the current version', ticket(entry(5, 'eva')), undefined, 5],
  ['the current version is the base', ticket(entry(5, 'eva')), 5, 5],
  ['others have changed the ticket', ticket(entry(4, 'ana'), entry(5, 'eva')), 3, 3],
  [
    'only the person has changed the ticket since',
    ticket(entry(3, 'eva'), entry(4, 'ana'), entry(5, 'ana')),
    3,
    5,
  ],
  ['the base is newer than the loaded ticket', ticket(), 6, 6],
])('%s', (_, loaded, base, version) => {
  expect(versionToSend(loaded, base, 'ana')).toBe(version);
});
