import { Button } from '../button/Button';
import { useDesignTexts } from '../texts';

/**
 * A button that prints the page. The `@media print` rules of base.css and of the components' CSS modules define what is
 * printed.
 */
export function PrintButton({ small = false }: { small?: boolean }) {
  const t = useDesignTexts();
  return (
    <Button kind="secondary" icon="print" small={small} onClick={() => window.print()}>
      {t.page.print}
    </Button>
  );
}
