import { type KeyboardEvent, useRef } from 'react';
import { maxSearchLength } from './maxSearchLength';
import { type ServerSearch, ServerSearchStatus } from './ServerSearch';

/** Prevents Enter in a search box from submitting the form around it. */
export function ignoreEnter(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault();
}

interface ChoiceSearchBoxProps {
  label: string;
  placeholder: string;
  className: string | undefined;
  value: string;
  onValue: (text: string) => void;
  search: ServerSearch | undefined;
}

/** The search box of a list of choices, and the status of its search on the server. */
export function ChoiceSearchBox(props: ChoiceSearchBoxProps) {
  const { label, placeholder, className, value, onValue, search } = props;
  const box = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={box}
        type="search"
        className={className}
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxSearchLength}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={ignoreEnter}
      />
      <ServerSearchStatus search={search} box={box} />
    </>
  );
}
