import { Button } from '../button/Button';
import { useDesignTexts } from '../texts';

interface MoreButtonProps {
  /** The query that loads the list's pages. */
  of: { isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The button «Mostrar más» below a list that has another page. */
export function MoreButton({ of }: MoreButtonProps) {
  return (
    <Button kind="secondary" busy={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
      {useDesignTexts().actions.more}
    </Button>
  );
}
