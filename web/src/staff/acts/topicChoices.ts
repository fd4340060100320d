interface Topic {
  id: string;
  name: string;
}

/** The topics to choose from, including the current one even if it is no longer offered. */
export function topicChoices(now: Topic, offered: readonly Topic[]) {
  const all = offered.some(({ id }) => id === now.id) ? offered : [now, ...offered];
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
