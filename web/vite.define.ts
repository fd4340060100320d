/** Constants that the browser's build and the prerendering build must agree on. */
export const define = {
  __BUILD_YEAR__: String(new Date().getFullYear()),
  __DESK_NAME__: JSON.stringify(process.env.DESK_NAME || 'Mesa de Servicio'),
};
