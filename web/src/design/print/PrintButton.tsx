import { Button } from '../button/Button';
import { useDesignTexts } from '../texts';

/** Prints the page, or saves it as a PDF; base.css says what is on paper. */
export function PrintButton({ small = false }: { small?: boolean }) {
  const t = useDesignTexts();
  return (
    <Button kind="secondary" icon="print" small={small} onClick={() => window.print()}>
      {t.page.print}
    </Button>
  );
}
