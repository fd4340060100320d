/** The year in which the pages were prerendered (vite.define.ts). */
declare const __BUILD_YEAR__: number;
