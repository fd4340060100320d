import { useState } from 'react';
import { Button } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { Preview } from './Preview';
import { useTexts } from './texts';
import type { useArticle } from './useArticle';

/** A notice that another person saved the article during the edit. The author chooses which text to use (L2). */
export function Conflict({ article }: { article: ReturnType<typeof useArticle> }) {
  const t = useTexts().editor;
  const [shown, setShown] = useState(false);
  const { conflictingDraft } = article;
  return (
    <>
      <Notice
        tone="warning"
        live
        title={conflictingDraft ? t.conflict({ name: conflictingDraft.editedBy.name }) : t.conflictUnread}
        actions={
          conflictingDraft ? (
            <>
              <Button small kind="secondary" onClick={() => setShown(true)}>
                {t.viewStored}
              </Button>
              <Button small kind="secondary" onClick={article.keepOwnText}>
                {t.keepOwn}
              </Button>
              <Button small kind="secondary" onClick={article.adoptStoredText}>
                {t.adoptStored}
              </Button>
            </>
          ) : (
            <Button small kind="secondary" icon="refresh" onClick={article.retry}>
              {t.loadStored}
            </Button>
          )
        }
      >
        {t.conflictText}
      </Notice>
      {shown && conflictingDraft && (
        <Preview
          draft={conflictingDraft}
          title={t.storedTitle({ name: conflictingDraft.editedBy.name })}
          onClose={() => setShown(false)}
        />
      )}
    </>
  );
}
