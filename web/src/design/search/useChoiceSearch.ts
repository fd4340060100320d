import { type ComponentProps, useState } from 'react';
import type { Choice } from '../control/SelectField';
import type { ChoiceSearchBox } from './ChoiceSearchBox';
import { fold } from './fold';
import type { ServerSearch } from './ServerSearch';

/** A list of choices has a search box if it has at least this many choices, or if the server searches them. */
const searchableFrom = 9;

interface ChoiceSearch {
  /** The choices that match the search. */
  shown: readonly Choice[];
  /** The properties of the search box. Undefined if the list has none. */
  box: Pick<ComponentProps<typeof ChoiceSearchBox>, 'value' | 'onValue' | 'search'> | undefined;
}

/** Searches the choices of a list: with `search` on the server, and without it by the typed text. */
export function useChoiceSearch(choices: readonly Choice[], search: ServerSearch | undefined): ChoiceSearch {
  const [typed, setTyped] = useState('');
  if (search) return { shown: choices, box: { value: search.typed, onValue: search.onTyped, search } };
  const text = fold(typed.trim());
  return {
    shown: choices.filter(({ label }) => fold(label).includes(text)),
    box: choices.length >= searchableFrom ? { value: typed, onValue: setTyped, search } : undefined,
  };
}
