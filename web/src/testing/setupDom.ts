import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Effects run twice, as in development, so that a test fails on an effect without its cleanup.
// What is awaited may first have to be imported, which takes a while on a busy machine.
configure({ reactStrictMode: true, asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.clearAllMocks();
  vi.restoreAllMocks();
});
