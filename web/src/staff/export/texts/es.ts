export const es = {
  start: 'Exportar CSV',
  stop: (count: number) => `Detener (${count} leídos)`,
  done: (count: number) => (count === 1 ? 'Se exportó 1 ticket.' : `Se exportaron ${count} tickets.`),
};

export type ExportTexts = typeof es;
