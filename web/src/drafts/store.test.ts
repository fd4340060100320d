import { beforeEach, describe, expect, test } from 'vitest';
import { draftName, readDraft, removeDraft, removeSyncedDrafts, writeDraft } from './store';

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

  test('is removed with the synced drafts only if it belongs to the person and the server has it', () => {
    const now = { ...draft, savedAt: Date.now() };
    writeDraft(storage, draftName('p1', 'respuesta.PNT1'), { ...now, synced: true });
    writeDraft(storage, draftName('p1', 'respuesta.PNT2'), { ...now, synced: true });
    writeDraft(storage, draftName('p1', 'respuesta.PNT3'), { ...now, synced: false });
    writeDraft(storage, draftName('p1', 'articulo.a1'), now);
    writeDraft(storage, draftName('p10', 'nuevo'), { ...now, synced: true });
    storage.setItem('mesa.device', 'd1');
    removeSyncedDrafts(storage, 'p1');
    expect([...storage.items.keys()]).toEqual([
      draftName('p1', 'respuesta.PNT3'),
      draftName('p1', 'articulo.a1'),
      draftName('p10', 'nuevo'),
      'mesa.device',
    ]);
  });
});
