interface Topic {
  id: string;
  name: string;
}

/** Returns the topics to choose from. The current topic is included even if it is no longer offered. */
export function topicChoices(now: Topic, offered: readonly Topic[]) {
  const all = offered.some(({ id }) => id === now.id) ? offered : [now, ...offered];
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
