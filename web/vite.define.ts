/** Constants that must be the same in the build for the browser and in the build for prerendering. */
export const define = {
  __BUILD_YEAR__: String(new Date().getFullYear()),
  __DESK_NAME__: JSON.stringify(process.env.DESK_NAME || 'Mesa de Servicio'),
};
