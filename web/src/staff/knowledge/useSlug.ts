import { useRef } from 'react';
import { slugOf } from './edit';

/** Returns a function that creates the id of a new resource from its title. Retries get the same id. */
export function useSlug(): (title: string) => string {
  const slug = useRef<string>(undefined);
  return (title) => {
    slug.current ??= slugOf(title);
    return slug.current;
  };
}
