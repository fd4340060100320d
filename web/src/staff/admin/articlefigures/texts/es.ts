export const es = {
  table: 'Artículos por utilidad',
  empty: 'Aún no hay artículos publicados',
  columns: {
    article: 'Artículo',
    usefulness: 'Utilidad',
    seen: 'Lecturas',
    useful: 'Sirvió',
    useless: 'No sirvió',
    avoided: 'Tickets evitados',
    opened: 'Tickets después de leerlo',
  },
  explanation:
    'La utilidad es la proporción mínima de lectores a los que se espera que sirva, según lo que respondieron a «¿Le sirvió?» (95 % de confianza): dos respuestas buenas pesan menos que noventa de cien.',
  unanswered: 'Sin respuestas',
  untitled: 'Sin título',
} as const;
