import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { SearchBox } from './SearchBox';

interface SearchFormProps {
  label: string;
  placeholder: string;
  /** The search words in the URL. The box is updated when they change. */
  words: string;
  /** Called with the trimmed words. */
  onSearch: (words: string) => void;
  className?: string | undefined;
  /** The button «Ir», and other controls. A function gets the trimmed words in the box, which may not be in the URL yet. */
  children: ReactNode | ((typed: string) => ReactNode);
}

/** A search form. The page stores the words in its URL, so that results can be shared and bookmarked. */
export function SearchForm({ label, placeholder, words, onSearch, className, children }: SearchFormProps) {
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }

  return (
    <search>
      <form className={className} onSubmit={submit}>
        <SearchBox label={label} placeholder={placeholder} value={typed} onValue={setTyped} />
        {typeof children === 'function' ? children(typed.trim()) : children}
      </form>
    </search>
  );
}
