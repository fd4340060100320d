/** The portal's paths. They are the same in both languages, so that links in mails work for everyone. */
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
  forgottenPassword: '/contrasena',
  /** The path of a mailed link. The server writes it into mails (account.LinkToken). */
  newPassword: (token: string) => `/contrasena/${encodeURIComponent(token)}`,
  /** The path of the staff page, which the browser loads as another document. */
  staff: '/staff/',
} as const;
