import type { Schemas } from '../../api/client';
import type { Refinement } from './refinement';

type Topic = Schemas['Topic'];
export type ExtraField = Schemas['ExtraField'];

/**
 * Returns the extra fields of the given topics by which lists can be filtered. Fields with the same id are merged into
 * one with all their options.
 */
export function fieldsOf(topicIds: readonly string[] | undefined, topics: readonly Topic[]): ExtraField[] {
  const found = new Map<string, ExtraField>();
  for (const field of topics
    .filter(({ id }) => topicIds?.includes(id))
    .flatMap((topic) => topic.fields ?? [])) {
    if (field.kind !== 'choice' && field.kind !== 'checkbox') continue;
    const before = found.get(field.id);
    const options = [...(before?.options ?? []), ...(field.options ?? [])];
    found.set(field.id, {
      ...(before ?? field),
      options: options.filter(({ id }, i) => options.findIndex((one) => one.id === id) === i),
    });
  }
  return [...found.values()];
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
