import { beforeEach, expect, test, vi } from 'vitest';

/** Loads the module as a new page does. */
async function openPage() {
  vi.resetModules();
  const { preserveTabId, tabId } = await import('./tabId');
  return { close: preserveTabId(), id: tabId() };
}

beforeEach(() => sessionStorage.clear());

test('a reload does not change the identifier of a tab', async () => {
  const { id, close } = await openPage();
  window.dispatchEvent(new Event('pagehide'));
  close();
  const reloaded = await openPage();
  reloaded.close();
  expect(reloaded.id).toBe(id);
});

test('a duplicate of a tab, with a copy of its sessionStorage, has another identifier', async () => {
  const { id, close } = await openPage();
  const duplicate = await openPage();
  close();
  duplicate.close();
  expect(duplicate.id).not.toBe(id);
});

test('a tab that shows a page again has its identifier, and a duplicate has another', async () => {
  const { id, close } = await openPage();
  window.dispatchEvent(new Event('pagehide'));
  window.dispatchEvent(new Event('pageshow'));
  const duplicate = await openPage();
  close();
  duplicate.close();
  expect(duplicate.id).not.toBe(id);
});
