interface Topic {
  id: string;
  name: string;
}

/** Returns the topics to choose from. The current topic is included even if it is no longer offered. */
export function topicChoices(current: Topic, offered: readonly Topic[]) {
  const all = offered.some(({ id }) => id === current.id) ? offered : [current, ...offered];
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
