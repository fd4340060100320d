import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, dataOf } from '../../api/client';
import { topicsQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { IconButton } from '../../design/button/Button';
import { ConfirmDialog } from '../../design/dialog/ConfirmDialog';
import { RichText } from '../../design/richtext/RichText';
import { useDesignTexts } from '../../design/texts';
import { routes } from '../routes';
import classes from './CannedPage.module.css';
import { type Canned, cannedQuery } from './queries';
import { useTexts } from './texts';

export function CannedList({ all }: { all: readonly Canned[] }) {
  const t = useTexts();
  const categories = [...new Set(all.map(({ category }) => category))].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'es'),
  );
  const [cannedToRemove, setCannedToRemove] = useState<Canned>();
  return (
    <>
      {categories.map((category) => (
        <section key={category} aria-label={category || t.uncategorized} className={classes.category}>
          <h2>{category || t.uncategorized}</h2>
          <ul className={classes.list}>
            {all
              .filter((canned) => canned.category === category)
              .map((canned) => (
                <Item key={canned.id} canned={canned} onRemove={() => setCannedToRemove(canned)} />
              ))}
          </ul>
        </section>
      ))}
      {cannedToRemove && (
        <RemoveDialog canned={cannedToRemove} onClose={() => setCannedToRemove(undefined)} />
      )}
    </>
  );
}

function Item({ canned, onRemove }: { canned: Canned; onRemove: () => void }) {
  const t = useTexts();
  const d = useDesignTexts();
  const [, navigate] = useLocation();
  const { data: topics } = useQuery(topicsQuery);
  const names = canned.topicIds.map((id) => topics?.find((topic) => topic.id === id)?.name ?? id);
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <h3>{canned.title}</h3>
        {canned.editable && (
          <span className={classes.acts}>
            <IconButton
              icon="pencil"
              label={t.edit({ title: canned.title })}
              onClick={() => navigate(routes.canned(canned.id))}
            />
            <IconButton icon="trash" label={t.remove({ title: canned.title })} onClick={onRemove} />
          </span>
        )}
      </div>
      <p className={classes.about}>
        {[canned.shared ? t.shared : t.own, d.languageName[canned.language], ...names].join(' · ')}
      </p>
      <div className={classes.body}>
        <RichText html={canned.body} />
      </div>
    </li>
  );
}

function RemoveDialog({ canned, onClose }: { canned: Canned; onClose: () => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      dataOf(
        api.DELETE('/canned-responses/{id}', {
          params: { path: { id: canned.id }, query: { version: canned.version } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: cannedQuery.queryKey }),
    onSuccess: () => {
      announce(t.removed);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t.removeTitle}
      confirm={t.removeNow}
      kind="danger"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t.removeText({ title: canned.title })}</p>
      {canned.shared && <p>{t.removeShared}</p>}
    </ConfirmDialog>
  );
}
