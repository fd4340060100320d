/** The year in which the pages were prerendered (vite.define.ts). */
declare const __BUILD_YEAR__: number;
/** The desk's name in prerendered pages, from the environment variable DESK_NAME at build time (vite.define.ts). */
declare const __DESK_NAME__: string;
