import { useLayoutEffect, useRef } from 'react';
import classes from './SuggestList.module.css';
import type { Suggesting } from './useSuggest';

/**
 * The list of suggestions below the typed words. The focus stays in the text, and `aria-activedescendant` marks the
 * selected suggestion.
 */
export function SuggestList({ id, suggesting }: { id: string; suggesting: Suggesting }) {
  const list = useRef<HTMLDivElement>(null);
  const { label, suggestions, selected, position } = suggesting;

  useLayoutEffect(() => {
    const element = list.current;
    const frame = element?.offsetParent?.getBoundingClientRect();
    if (!element || !frame) return;
    const room = frame.width - element.offsetWidth;
    element.style.left = `${Math.max(0, Math.min(position.left - frame.left, room))}px`;
    element.style.top = `${position.top - frame.top + 4}px`;
  }, [position.left, position.top]);
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
