import type { Schemas } from '../../api/client';
import type { Refinement } from './refinement';

type Topic = Schemas['Topic'];
export type ExtraField = Schemas['ExtraField'];

/**
 * Returns the extra fields of the given topics by which lists can be filtered. Fields with the same id are merged into
 * one with all their options.
 */
export function fieldsOf(topicIds: readonly string[] | undefined, topics: readonly Topic[]): ExtraField[] {
  const fieldsById = new Map<string, ExtraField>();
  for (const field of topics
    .filter(({ id }) => topicIds?.includes(id))
    .flatMap((topic) => topic.fields ?? [])) {
    if (field.kind !== 'choice' && field.kind !== 'checkbox') continue;
    const merged = fieldsById.get(field.id);
    const options = [...(merged?.options ?? []), ...(field.options ?? [])];
    fieldsById.set(field.id, {
      ...(merged ?? field),
      options: options.filter(({ id }, i) => options.findIndex((option) => option.id === id) === i),
    });
  }
  return [...fieldsById.values()];
}

/** Removes filters by extra fields that none of the chosen topics has. */
export function withoutOtherFields(
  filters: Refinement['filters'],
  topics: readonly Topic[],
): Refinement['filters'] {
  if (!filters.field?.length) return filters;
  const fields = fieldsOf(filters.topic, topics);
  return {
    ...filters,
    field: filters.field.filter((value) => fields.some(({ id }) => value.startsWith(`${id}:`))),
  };
}
