import { useLayoutEffect, useRef } from 'react';
import classes from './SuggestList.module.css';
import type { Suggesting } from './useSuggest';

/** The pixels between the list and the words, and between the list and the window's edges. */
const gap = 4;

/**
 * The list of suggestions below the typed words, or above them if there is no room below. The focus stays in the text, and `aria-activedescendant` marks the
 * selected suggestion.
 */
export function SuggestList({ id, suggesting }: { id: string; suggesting: Suggesting }) {
  const list = useRef<HTMLDivElement>(null);
  const { label, suggestions, selected, position } = suggesting;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the suggestions determine the height of the list
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const room = document.documentElement.clientWidth - element.offsetWidth - gap;
    const below = position.bottom + gap;
    const fits = below + element.offsetHeight <= window.innerHeight;
    element.style.left = `${Math.max(gap, Math.min(position.left, room))}px`;
    element.style.top = `${fits ? below : Math.max(gap, position.top - gap - element.offsetHeight)}px`;
  }, [position.left, position.top, position.bottom, suggestions]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another suggestion is selected
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  return (
    <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1} className={classes.list}>
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field handles the keys
        <div
          key={suggestion.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === selected}
          className={classes.option}
          onPointerMove={() => suggesting.choose(index)}
          // Prevents a click from moving the focus out of the text.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => suggesting.insert(index)}
        >
          <span className={classes.label}>{suggestion.label}</span>
          {suggestion.detail && <span className={classes.detail}>{suggestion.detail}</span>}
        </div>
      ))}
    </div>
  );
}
