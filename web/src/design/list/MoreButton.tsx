import { Button } from '../button/Button';
import { useDesignTexts } from '../texts';

interface MoreButtonProps {
  /** The query that loads the list's pages. */
  query: { isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The button «Mostrar más» below a list that has another page. */
export function MoreButton({ query }: MoreButtonProps) {
  return (
    <Button kind="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {useDesignTexts().actions.more}
    </Button>
  );
}
