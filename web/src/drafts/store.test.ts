import { beforeEach, describe, expect, test } from 'vitest';
import { draftName, readDraft, removeDraft, writeDraft } from './store';

class MemoryStorage implements Storage {
  readonly items = new Map<string, string>();
  full = false;
  get length() {
    return this.items.size;
  }
  clear = () => this.items.clear();
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (name: string) => this.items.get(name) ?? null;
  removeItem = (name: string) => void this.items.delete(name);
  setItem(name: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(name, value);
  }
}

const name = draftName('p1', 'nuevo');
let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

describe('a draft', () => {
  const draft = { value: { subject: 'Hola' }, key: 'k1', savedAt: 1000 };

  test('is read with the key of its request', () => {
    writeDraft(storage, name, draft);
    expect(readDraft(storage, name, 2000)).toEqual(draft);
  });

  test('belongs to one person and one purpose', () => {
    writeDraft(storage, name, draft);
    expect(readDraft(storage, draftName('p2', 'nuevo'))).toBeUndefined();
    expect(readDraft(storage, draftName('p1', 'respuesta.PNT000001'))).toBeUndefined();
  });

  test('does not exist after it is removed', () => {
    writeDraft(storage, name, draft);
    removeDraft(storage, name);
    expect(readDraft(storage, name)).toBeUndefined();
  });

  test('is dropped after a month', () => {
    writeDraft(storage, name, draft);
    expect(readDraft(storage, name, 1000 + 31 * 24 * 3600 * 1000)).toBeUndefined();
    expect(storage.length).toBe(0);
  });

  test('that cannot be read or stored does not cause an error', () => {
    storage.items.set(name, '{not json');
    expect(readDraft(storage, name)).toBeUndefined();
    storage.full = true;
    expect(writeDraft(storage, name, draft)).toBe(false);
  });
});
