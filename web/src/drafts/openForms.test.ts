import { expect, test, vi } from 'vitest';
import { registerForm, saveOpenForms } from './openForms';

test('a save that never ends does not prevent the sign-out', async () => {
  vi.useFakeTimers();
  const close = registerForm(() => new Promise(() => {}));
  const saved = vi.fn();
  void saveOpenForms().then(saved);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(saved).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toHaveBeenCalled();
  close();
  vi.useRealTimers();
});
