import { useLayoutEffect, useRef } from 'react';
import classes from './SuggestList.module.css';
import type { Suggesting } from './useSuggest';

/**
 * The list of suggestions below the typed words. The focus stays in the text, and `aria-activedescendant` marks the
 * selected suggestion.
 */
export function SuggestList({ id, suggesting }: { id: string; suggesting: Suggesting }) {
  const list = useRef<HTMLDivElement>(null);
  const { label, found, chosen, at } = suggesting;

  useLayoutEffect(() => {
    const element = list.current;
    const frame = element?.offsetParent?.getBoundingClientRect();
    if (!element || !frame) return;
    const room = frame.width - element.offsetWidth;
    element.style.left = `${Math.max(0, Math.min(at.left - frame.left, room))}px`;
    element.style.top = `${at.top - frame.top + 4}px`;
  }, [at.left, at.top]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another suggestion is selected
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1} className={classes.list}>
      {found.map((one, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field handles the keys
        <div
          key={one.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={classes.option}
          onPointerMove={() => suggesting.choose(index)}
          // Prevents a click from moving the focus out of the text.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => suggesting.insert(index)}
        >
          <span className={classes.label}>{one.label}</span>
          {one.detail && <span className={classes.detail}>{one.detail}</span>}
        </div>
      ))}
    </div>
  );
}
