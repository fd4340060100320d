import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Effects run twice, as in development, so that a test fails on an effect without its cleanup.
configure({ reactStrictMode: true });

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.clearAllMocks();
  vi.restoreAllMocks();
});
