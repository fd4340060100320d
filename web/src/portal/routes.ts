/** Addresses are the same in both languages, so that a link in an e-mail works for anyone. */
export const routes = {
  home: '/',
  center: '/centro-de-soporte',
  faq: '/faq',
  category: (id: string) => `/faq/categoria/${encodeURIComponent(id)}`,
  article: (id: string) => `/faq/articulo/${encodeURIComponent(id)}`,
  newTicket: '/nuevo',
  relatedTicket: (number: string) => `/nuevo?desde=${encodeURIComponent(number)}`,
  thanks: '/gracias',
  tickets: '/tickets',
  ticket: (number: string) => `/tickets/${encodeURIComponent(number)}`,
  profile: '/perfil',
  signIn: '/iniciar-sesion',
  accountRequest: '/solicitar-alta',
  /** The staff page is another page: the browser loads it. */
  staff: '/staff/',
} as const;
