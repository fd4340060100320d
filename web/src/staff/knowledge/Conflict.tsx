import { useState } from 'react';
import { Button } from '../../design/button/Button';
import { Notice } from '../../design/notice/Notice';
import { Preview } from './Preview';
import { useTexts } from './texts';
import type { useArticle } from './useArticle';

/** A notice that someone else saved the article during the edit. The editor chooses which text to keep (D8). */
export function Conflict({ article }: { article: ReturnType<typeof useArticle> }) {
  const t = useTexts().editor;
  const [shown, setShown] = useState(false);
  const { theirs } = article;
  return (
    <>
      <Notice
        tone="warning"
        live
        title={theirs ? t.conflict({ name: theirs.editedBy.name }) : t.conflictUnread}
        actions={
          theirs ? (
            <>
              <Button small kind="secondary" onClick={() => setShown(true)}>
                {t.theirs}
              </Button>
              <Button small kind="secondary" onClick={article.keepMine}>
                {t.keepMine}
              </Button>
              <Button small kind="secondary" onClick={article.takeTheirs}>
                {t.takeTheirs}
              </Button>
            </>
          ) : (
            <Button small kind="secondary" icon="refresh" onClick={article.retry}>
              {t.readTheirs}
            </Button>
          )
        }
      >
        {t.conflictText}
      </Notice>
      {shown && theirs && (
        <Preview
          draft={theirs}
          title={t.theirsTitle({ name: theirs.editedBy.name })}
          onClose={() => setShown(false)}
        />
      )}
    </>
  );
}
