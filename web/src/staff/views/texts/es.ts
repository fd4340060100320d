import type { Schemas } from '../../../api/client';

type Audience = Schemas['ViewAudience'];

export const es = {
  own: 'Mis vistas',
  shared: 'Vistas compartidas',
  failed: 'No se pudieron cargar las vistas.',
  retry: 'Reintentar',
  audiences: {
    me: 'Solo para mí',
    department: 'Para un departamento',
    everyone: 'Para todos',
  } satisfies Record<Audience, string>,
  audienceTexts: {
    me: 'Nadie más la ve.',
    department: 'La ve el personal del departamento; la cambian quienes lo supervisan y los administradores.',
    everyone: 'La ve todo el personal; la cambian los administradores.',
  } satisfies Record<Audience, string>,
  forDepartment: (name: string) => `Para ${name}`,
  save: 'Guardar vista',
  saveChanges: 'Guardar cambios',
  saveAsNew: 'Guardar como nueva',
  discard: 'Descartar cambios',
  changed: 'Cambios sin guardar',
  menu: 'Vista',
  edit: 'Cambiar nombre o compartir',
  remove: 'Eliminar vista',
  saved: (name: string) => `Vista «${name}» guardada.`,
  removed: (name: string) => `Vista «${name}» eliminada.`,
  newTitle: 'Guardar vista',
  editTitle: 'Cambiar la vista',
  keeps: 'Guarda la cola o búsqueda, los filtros, el orden y las columnas.',
  name: 'Nombre',
  nameMissing: 'Escriba un nombre.',
  audience: '¿Para quién?',
  department: 'Departamento',
  choose: '— Seleccionar —',
  departmentMissing: 'Elija un departamento.',
  submit: 'Guardar',
  cancel: 'Cancelar',
  removeTitle: '¿Eliminar la vista?',
  removeText: (name: string) => `Se eliminará «${name}». Los tickets no cambian.`,
  removeShared: 'Dejarán de verla también las demás personas.',
  removeNow: 'Eliminar',
  conflictTitle: 'Alguien más cambió esta vista mientras tanto',
  conflict: {
    name: (name: string) => `Ahora se llama «${name}».`,
    audience: 'Ahora es para otras personas.',
    query: 'Tiene otros filtros u otro orden.',
    columns: 'Tiene otras columnas.',
  },
  overwrite: 'Guardar mis cambios',
  takeTheirs: 'Usar la de ahora',
};

export type ViewTexts = typeof es;
