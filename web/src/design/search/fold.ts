/** Removes accents and converts to lower case, so that «cerrar sesion» finds «Cerrar sesión». */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
