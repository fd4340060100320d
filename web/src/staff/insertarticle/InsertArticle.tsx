import { lazy, Suspense, useState } from 'react';
import { announce } from '../../design/announce/announce';
import { IconButton } from '../../design/button/Button';
import { useShortcuts } from '../keyboard/useShortcuts';
import { type ArticleCard, articleHtml } from './articleHtml';
import { useTexts } from './texts';

const ArticlePicker = lazy(() => import('./ArticlePicker'));

interface InsertArticleProps {
  /** Whether only staff read the text. Internal articles may then be linked. */
  forStaff: boolean;
  onInsert: (html: string) => void;
}

/** A button that inserts an article's link and summary into the text. */
export function InsertArticle({ forStaff, onInsert }: InsertArticleProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  useShortcuts('ticket', [{ id: 'insert-article', label: t.command, keys: 'i', run: () => setOpen(true) }]);

  function choose(article: ArticleCard) {
    setOpen(false);
    onInsert(articleHtml(article, location.origin));
    announce(t.inserted({ title: article.title }));
  }

  return (
    <>
      <IconButton icon="book" label={t.insert} onClick={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <ArticlePicker forStaff={forStaff} onChoose={choose} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
