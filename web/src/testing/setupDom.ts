import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Effects run twice, as in development, so that tests detect effects without a cleanup.
// The timeout is long because a lazily imported component can take seconds to load on a busy machine.
configure({ reactStrictMode: true, asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.clearAllMocks();
  vi.restoreAllMocks();
});
