import { fold } from '../../design/search/fold';
import { score } from '../keyboard/fuzzy';
import type { Canned } from './queries';

interface RelevanceContext {
  topicId: string;
  language: Canned['language'];
}

/**
 * Sorts responses by three criteria, most important first: they are in the requester's language, are for the ticket's
 * topic or for all topics, and are for specific topics.
 */
export function byRelevance(all: readonly Canned[], { topicId, language }: RelevanceContext): Canned[] {
  const rank = (canned: Canned) => {
    const fits = canned.topicIds.length === 0 || canned.topicIds.includes(topicId);
    return (canned.language === language ? 0 : 4) + (fits ? 0 : 2) + (canned.topicIds.length > 0 ? 0 : 1);
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/**
 * Returns the responses that match the typed words. Those in the language come first if one is given, and then matches in
 * title or category. Without words it returns all responses.
 */
export function matching(all: readonly Canned[], words: string, language?: Canned['language']): Canned[] {
  const query = fold(words).trim();
  if (query === '') return [...all];
  return all
    .map((canned) => {
      const nameScore = score(words, `${canned.title} ${canned.category}`);
      return { canned, points: nameScore > 0 ? nameScore + 1000 : fold(canned.body).includes(query) ? 1 : 0 };
    })
    .filter(({ points }) => points > 0)
    .sort(
      (a, b) =>
        Number(b.canned.language === language) - Number(a.canned.language === language) ||
        b.points - a.points,
    )
    .map(({ canned }) => canned);
}
