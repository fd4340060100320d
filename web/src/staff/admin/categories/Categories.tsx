import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { Button } from '../../../design/button/Button';
import { Rows } from '../../../design/list/Rows';
import { Notice } from '../../../design/notice/Notice';
import { EmptyState, ErrorState, Skeleton } from '../../../design/states/States';
import { WarningBadge } from '../../knowledge/Badges';
import listClasses from '../../knowledge/List.module.css';
import { type Category, categoriesKey } from '../../knowledge/queries';
import { CategoryDialog } from './CategoryDialog';
import { RemoveDialog } from './RemoveDialog';
import { useTexts } from './texts';

type OpenDialog = { kind: 'edit'; category: Category | undefined } | { kind: 'remove'; category: Category };

/** Lists and edits the categories of the knowledge base, in the order in which readers see them (L4). */
export default function Categories() {
  const t = useTexts();
  const [openDialog, setOpenDialog] = useState<OpenDialog>();
  const [done, setDone] = useState<string>();
  const categories = useQuery({
    queryKey: [...categoriesKey, 'all'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/categories', { params: { query: { language: 'es' } }, signal })),
  });
  const show = (dialog: OpenDialog) => {
    setDone(undefined);
    setOpenDialog(dialog);
  };
  const close = (outcome?: string) => {
    setOpenDialog(undefined);
    setDone(outcome);
  };
  const { data, error, refetch } = categories;
  return (
    <>
      {done && (
        <Notice tone="success" live>
          {done}
        </Notice>
      )}
      <div>
        <Button icon="plus" onClick={() => show({ kind: 'edit', category: undefined })}>
          {t.add}
        </Button>
      </div>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton size="row" count={4} />}
      {data?.length === 0 && (
        <EmptyState icon="book" title={t.empty}>
          {t.emptyText}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <Rows aria-label={t.list}>
          {data.map((category) => (
            <li key={category.id} className={listClasses.row}>
              <h2 className={listClasses.title}>{category.names.es}</h2>
              <div className={listClasses.badges}>
                <Button
                  small
                  kind="secondary"
                  aria-label={t.edit({ name: category.names.es })}
                  onClick={() => show({ kind: 'edit', category })}
                >
                  {t.editShort}
                </Button>
                <Button
                  small
                  kind="quiet"
                  aria-label={t.remove({ name: category.names.es })}
                  onClick={() => show({ kind: 'remove', category })}
                >
                  {t.removeShort}
                </Button>
              </div>
              <p className={listClasses.facts}>
                {category.names.en ? (
                  <span lang="en">{category.names.en}</span>
                ) : (
                  <WarningBadge>{t.untranslated}</WarningBadge>
                )}
                <span>{t.articles({ count: category.articles })}</span>
              </p>
            </li>
          ))}
        </Rows>
      )}
      {openDialog?.kind === 'edit' && (
        <CategoryDialog
          category={openDialog.category}
          lastOrder={Math.max(0, ...(data ?? []).map(({ order }) => order))}
          onSaved={() => close(t.saved)}
          onClose={() => close()}
        />
      )}
      {openDialog?.kind === 'remove' && (
        <RemoveDialog
          category={openDialog.category}
          onRemoved={() => close(t.removed)}
          onClose={() => close()}
        />
      )}
    </>
  );
}
