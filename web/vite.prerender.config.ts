import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { define } from './vite.define.ts';

/** Builds the module that scripts/prerender.mjs renders the public pages with; it is never deployed. */
export default defineConfig({
  plugins: [react()],
  define,
  // Bundles all dependencies; class names match the browser build, as they come from the same CSS modules.
  ssr: { noExternal: true },
  build: {
    ssr: 'src/portal/prerender.tsx',
    outDir: 'node_modules/.mesa-prerender',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    copyPublicDir: false,
  },
});
