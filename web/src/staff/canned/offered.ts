import { fold, score } from '../keyboard/fuzzy';
import type { Canned } from './queries';

interface For {
  topicId: string;
  language: Canned['language'];
}

/** The best first: for the ticket's topic, in its requester's language, and what is for this topic alone before what is for all. */
export function offered(all: readonly Canned[], { topicId, language }: For): Canned[] {
  const rank = (one: Canned) => {
    const fits = one.topicIds.length === 0 || one.topicIds.includes(topicId);
    return (fits ? 0 : 4) + (one.language === language ? 0 : 2) + (one.topicIds.length > 0 ? 0 : 1);
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** Those that answer to what was typed, by title and category before what they say; in their order while nothing is. */
export function matching(all: readonly Canned[], words: string): Canned[] {
  const wanted = fold(words).trim();
  if (wanted === '') return [...all];
  return all
    .map((one) => {
      const named = score(words, `${one.title} ${one.category}`);
      return { one, points: named > 0 ? named + 1000 : fold(one.body).includes(wanted) ? 1 : 0 };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ one }) => one);
}
