import { Button } from '../button/Button';
import { useDesignTexts } from '../texts';

/** A button that prints the page. base.css defines what is printed. */
export function PrintButton({ small = false }: { small?: boolean }) {
  const t = useDesignTexts();
  return (
    <Button kind="secondary" icon="print" small={small} onClick={() => window.print()}>
      {t.page.print}
    </Button>
  );
}
