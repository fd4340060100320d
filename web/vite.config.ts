/// <reference types="vitest/config" />
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { define } from './vite.define.ts';

/** Returns the API's origin: `MESA_API`, or else the running local stack, or else the default port. */
function apiOrigin(): string {
  const stack = fileURLToPath(new URL('../.local/stack.json', import.meta.url));
  if (process.env.MESA_API) return process.env.MESA_API;
  if (existsSync(stack)) return new URL(JSON.parse(readFileSync(stack, 'utf8')).site).origin;
  return 'http://localhost:8080';
}

export default defineConfig({
  plugins: [react()],
  define,
  build: {
    target: 'es2022',
    // Assets are not inlined, because data URLs would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // The browsers of the build target support modulepreload. Vite would add the polyfill to each entry file.
    modulePreload: { polyfill: false },
    manifest: 'assets/manifest.json',
    rolldownOptions: {
      input: { portal: 'index.html', staff: 'staff/index.html' },
    },
  },
  server: {
    proxy: { '/api': { target: apiOrigin(), changeOrigin: false } },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setupDom.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
