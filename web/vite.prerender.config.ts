import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { define } from './vite.define.ts';

/** Builds the module with which scripts/prerender.mjs renders the public pages. It is never deployed. */
export default defineConfig({
  plugins: [react()],
  define,
  // Bundles all dependencies. Class names are the same as in the browser build, because both use the same CSS modules.
  ssr: { noExternal: true },
  build: {
    ssr: 'src/portal/prerender.tsx',
    outDir: 'node_modules/.mesa-prerender',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    copyPublicDir: false,
  },
});
