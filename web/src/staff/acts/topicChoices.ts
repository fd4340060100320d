interface Topic {
  id: string;
  name: string;
}

/** What a ticket's topic may become: what is offered, and the one that it has now, which may be offered no longer. */
export function topicChoices(now: Topic, offered: readonly Topic[]) {
  const all = offered.some(({ id }) => id === now.id) ? offered : [now, ...offered];
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
