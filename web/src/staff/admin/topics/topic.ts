import type { Schemas } from '../../../api/client';
import { fold } from '../../../design/search/fold';
import type { Language } from '../../../i18n/language';

export type TopicSettings = Schemas['TopicSettings'];
export type FieldSettings = Schemas['FieldSettings'];
export type OptionSettings = Schemas['OptionSettings'];
type Translated = Schemas['Translated'];

/** The values of the form. New fields and options have temporary ids until they are sent. */
export type Draft = Schemas['TopicEdit'];

export const newAddress = 'nuevo';

const temporaryPrefix = 'new:';

export const isNew = ({ id }: { id: string }) => id.startsWith(temporaryPrefix);

const newId = () => temporaryPrefix + crypto.randomUUID();

export function newTopic(last: number): Draft {
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
    teamIds: [],
    fields: [],
  };
}

export function editable({ id: _, ...topic }: TopicSettings): Draft {
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

/** Returns a text with a new value in one language. An empty English text is left out. */
export function withText(text: Translated, language: Language, value: string): Translated {
  const after = { ...text, [language]: value };
  return after.en ? after : { es: after.es };
}

/** Returns a list in which an item was moved to another index. */
export function withMoved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, i) => i !== from);
  const one = all.slice(from, from + 1);
  return [...rest.slice(0, to), ...one, ...rest.slice(to)];
}

/** Returns an id for a name: «Número de folio» → `numero-de-folio`. If the id is taken, a number is added. */
export function slug(name: string, taken: ReadonlySet<string>): string {
  const plain =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 34)
      .replace(/^-+|-+$/g, '') || 'x';
  let id = plain;
  for (let n = 2; taken.has(id); n += 1) id = `${plain}-${n}`;
  return id;
}

function identified<T extends { id: string; name: Translated }>(all: readonly T[]): T[] {
  const usedIds = new Set(all.filter((one) => !isNew(one)).map(({ id }) => id));
  return all.map((one) => {
    if (!isNew(one)) return one;
    const id = slug(one.name.es, usedIds);
    usedIds.add(id);
    return { ...one, id };
  });
}

/** Returns the request. New fields and options get their final ids, and each field only the attributes of its kind. */
export function requestOf(draft: Draft): Draft {
  const fields = draft.fields.map((field) => ({
    ...field,
    options: field.kind === 'choice' ? identified(field.options ?? []) : [],
    maxLength: hasLength(field) ? field.maxLength : undefined,
    min: field.kind === 'number' ? field.min : undefined,
    max: field.kind === 'number' ? field.max : undefined,
  }));
  return { ...draft, fields: identified(fields) };
}

export const hasLength = ({ kind }: FieldSettings) => kind === 'text' || kind === 'long-text';

/** Returns the active extra fields in the shape in which the requester's form receives them. */
export function activeFields({ fields }: Draft, language: Language): Schemas['ExtraField'][] {
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

const parts = [
  'name',
  'description',
  'departmentId',
  'public',
  'active',
  'order',
  'method',
  'agentIds',
  'teamName',
  'teamIds',
  'fields',
] as const;

export type Part = (typeof parts)[number];

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const hasChanges = (base: Draft, mine: Draft) =>
  parts.some((part) => !isEqual(base[part], mine[part]));

/**
 * Merges two sets of changes to the same base (three-way merge). If both changed a part differently, mine is used, and
 * `both` lists the part.
 */
export function merge(base: Draft, mine: Draft, theirs: Draft): { draft: Draft; both: Part[] } {
  const draft = { ...theirs } as Record<string, unknown>;
  const both: Part[] = [];
  for (const part of parts) {
    if (isEqual(base[part], mine[part])) continue;
    draft[part] = mine[part];
    if (!isEqual(base[part], theirs[part]) && !isEqual(mine[part], theirs[part])) both.push(part);
  }
  return { draft: draft as unknown as Draft, both };
}
