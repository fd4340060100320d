export const es = {
  title: 'Participantes',
  lead: 'Leen el ticket, comentan en él y reciben sus avisos.',
  none: 'Nadie más participa en este ticket.',
  staff: 'Personal de la mesa',
  you: 'usted',
  add: 'Agregar participante',
  login: 'Usuario o correo',
  colleagues: 'Puede agregar a personas de su organización.',
  missing: 'Escriba un usuario o un correo.',
  submit: 'Agregar',
  cancel: 'Cancelar',
  remove: (name: string) => `Quitar a ${name}`,
  added: (name: string) => `${name} participa ahora en el ticket.`,
  removed: (name: string) => `${name} ya no participa en el ticket.`,
  leave: 'Salir del ticket',
  leaveText: 'Dejará de ver este ticket y de recibir sus avisos. Para volver, alguien tiene que agregarle.',
  left: 'Salió del ticket.',
};

export type ParticipantTexts = typeof es;
