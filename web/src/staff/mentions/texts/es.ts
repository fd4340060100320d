export const es = {
  title: 'Menciones',
  lead: 'Las notas internas donde sus colegas le mencionan. Al abrir el ticket quedan leídas.',
  colleagues: 'Colegas',
  away: 'Ausente',
  label: 'Sus menciones',
  by: '{name} le mencionó',
  unread: 'Sin leer',
  empty: 'Nadie le ha mencionado',
  emptyText: 'Cuando alguien escriba @ y su nombre en una nota, aparecerá aquí.',
} as const;
