import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { useTexts } from '../texts';

/** Shows that a draft was restored, with a button to discard it. */
export function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  const t = useTexts().form;
  return (
    <Notice
      live
      actions={
        <Button
          small
          kind="secondary"
          onClick={() => {
            onDiscard();
            announce(t.discarded);
          }}
        >
          {t.discard}
        </Button>
      }
    >
      {t.restored}
    </Notice>
  );
}
