import type { Schemas } from '../../../api/client';
import { fold } from '../../../design/search/fold';
import type { Language } from '../../../i18n/language';

export type TopicSettings = Schemas['TopicSettings'];
export type FieldSettings = Schemas['FieldSettings'];
export type OptionSettings = Schemas['OptionSettings'];
type Translated = Schemas['Translated'];

/** The values of the form. New fields and options have temporary ids until they are sent. */
export type TopicValues = Schemas['TopicEdit'];

export const newTopicPath = 'nuevo';

const temporaryPrefix = 'new:';

export const isNew = ({ id }: { id: string }) => id.startsWith(temporaryPrefix);

const newId = () => temporaryPrefix + crypto.randomUUID();

export function newTopic(last: number): TopicValues {
  return {
    version: 0,
    name: { es: '' },
    description: { es: '' },
    departmentId: '',
    public: true,
    active: true,
    order: Math.min(last + 1, 9999),
    method: 'least-loaded',
    agentIds: [],
    fields: [],
  };
}

export function editable({ id: _, ...topic }: TopicSettings): TopicValues {
  return { ...topic, method: topic.method ?? 'least-loaded' };
}

export function newField(): FieldSettings {
  return {
    id: newId(),
    kind: 'text',
    name: { es: '' },
    help: { es: '' },
    required: false,
    active: true,
    options: [],
  };
}

export const newOption = (): OptionSettings => ({ id: newId(), name: { es: '' } });

export function textIn(text: Translated, language: Language): string {
  return (language === 'en' && text.en) || text.es;
}

/** Returns a text with a new value in one language. An empty English text is omitted. */
export function withText(text: Translated, language: Language, value: string): Translated {
  const changed = { ...text, [language]: value };
  return changed.en ? changed : { es: changed.es };
}

/** Returns a list in which an item was moved to another index. */
export function withMoved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, i) => i !== from);
  const moved = all.slice(from, from + 1);
  return [...rest.slice(0, to), ...moved, ...rest.slice(to)];
}

/** Returns an id for a name: «Número de folio» → `numero-de-folio`. If the id is in use, a number is added. */
export function slug(name: string, usedIds: ReadonlySet<string>): string {
  const plain =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 34)
      .replace(/^-+|-+$/g, '') || 'x';
  let id = plain;
  for (let n = 2; usedIds.has(id); n += 1) id = `${plain}-${n}`;
  return id;
}

function withFinalIds<T extends { id: string; name: Translated }>(all: readonly T[]): T[] {
  const usedIds = new Set(all.filter((item) => !isNew(item)).map(({ id }) => id));
  return all.map((item) => {
    if (!isNew(item)) return item;
    const id = slug(item.name.es, usedIds);
    usedIds.add(id);
    return { ...item, id };
  });
}

/** Returns the request. New fields and options get their final ids. A field contains only the attributes of its kind. */
export function requestOf(values: TopicValues): TopicValues {
  const fields = values.fields.map((field) => ({
    ...field,
    options: field.kind === 'choice' ? withFinalIds(field.options ?? []) : [],
    maxLength: hasLength(field) ? field.maxLength : undefined,
    min: field.kind === 'number' ? field.min : undefined,
    max: field.kind === 'number' ? field.max : undefined,
  }));
  return { ...values, fields: withFinalIds(fields) };
}

export const hasLength = ({ kind }: FieldSettings) => kind === 'text' || kind === 'long-text';

/** Returns the active extra fields in the shape in which the requester's form receives them. */
export function activeFields({ fields }: TopicValues, language: Language): Schemas['ExtraField'][] {
  return fields
    .filter(({ active }) => active)
    .map(({ id, kind, name, help, required, options, maxLength, min, max }) => ({
      id,
      kind,
      name: textIn(name, language),
      help: textIn(help, language) || undefined,
      required,
      options: options?.map((option) => ({ id: option.id, name: textIn(option.name, language) })),
      maxLength: maxLength || undefined,
      min,
      max,
    }));
}

export const attributes = [
  'name',
  'description',
  'departmentId',
  'public',
  'active',
  'order',
  'method',
  'agentIds',
  'teamId',
  'fields',
] as const;

export type TopicAttribute = (typeof attributes)[number];
