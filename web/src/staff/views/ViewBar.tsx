import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../design/button/Button';
import { Icon } from '../../design/icon/Icon';
import { Menu } from '../../design/menu/Menu';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { useTimeZone } from '../../session/useSession';
import { useShortcuts } from '../keyboard/useShortcuts';
import { paramsOf } from '../list/ticketList';
import { type ListSource, routes } from '../routes';
import { Conflict } from './Conflict';
import { type View, viewsQuery } from './queries';
import { isRefined } from './source';
import { useTexts } from './texts';
import { useSaveView } from './useSaveView';
import { useAudienceText } from './ViewLinks';
import classes from './Views.module.css';

const ViewDialog = lazy(() => import('./ViewDialog'));
const RemoveViewDialog = lazy(() => import('./RemoveViewDialog'));

interface ViewBarProps {
  source: ListSource;
  /** The open view; undefined when the list is a queue or a search. */
  view: View | undefined;
  /** The columns that are shown. Until they are saved, they may differ from those of the view. */
  columns: View['columns'];
  /** Called when the view's own columns apply again, after saving or discarding. */
  onColumnsReset: () => void;
}

/** The bar that saves the list's filters, order and columns as a new view, or the changes to the open view (H4). */
export function ViewBar({ source, view, columns, onColumnsReset }: ViewBarProps) {
  const t = useTexts();
  const audienceText = useAudienceText();
  const client = useQueryClient();
  const timeZone = useTimeZone();
  const [, navigate] = useLocation();
  const [openDialog, setOpenDialog] = useState<'new' | 'edit' | 'remove'>();
  const query = paramsOf(source, timeZone);
  const columnsChanged = view !== undefined && view.columns.join() !== columns.join();
  const changed = isRefined(source) || columnsChanged;
  const saveable = view ? changed : changed || 'words' in source;
  const saveView = useSaveView(view, openView);

  function openView(savedView: View) {
    setOpenDialog(undefined);
    onColumnsReset();
    navigate(routes.view(savedView.id), { replace: savedView.id === view?.id });
  }

  function saveChanges() {
    if (!view) return;
    const { name, audience, departmentId } = saveView.conflict ?? view;
    saveView.save({ name, audience, departmentId, query, columns });
  }

  function discard() {
    saveView.reset();
    onColumnsReset();
    if (view) navigate(routes.view(view.id), { replace: true });
  }

  useShortcuts('list', [
    saveable && {
      id: 'save-view',
      label: view ? t.saveAsNew : t.save,
      run: () => setOpenDialog('new'),
    },
    view?.editable && changed && { id: 'save-view-changes', label: t.saveChanges, run: saveChanges },
    view?.editable && { id: 'edit-view', label: t.edit, run: () => setOpenDialog('edit') },
    view?.editable && { id: 'remove-view', label: t.remove, run: () => setOpenDialog('remove') },
  ]);

  if (!view && !saveable && !openDialog) return null;
  return (
    <div className={classes.bar}>
      {view && (
        <span className={classes.about}>
          {audienceText(view)}
          {changed && ` · ${t.changed}`}
        </span>
      )}
      {view?.editable && changed && (
        <Button small busy={saveView.isPending} onClick={saveChanges}>
          {t.saveChanges}
        </Button>
      )}
      {saveable && (
        <Button kind="secondary" small onClick={() => setOpenDialog('new')}>
          {view ? t.saveAsNew : t.save}
        </Button>
      )}
      {view && changed && (
        <Button kind="quiet" small onClick={discard}>
          {t.discard}
        </Button>
      )}
      {view?.editable && (
        <Menu label={t.menu} align="end">
          {(close) => (
            <>
              {(['edit', 'remove'] as const).map((act) => (
                <button
                  key={act}
                  type="button"
                  className={classes.choice}
                  onClick={() => {
                    close();
                    setOpenDialog(act);
                  }}
                >
                  <Icon name={act === 'edit' ? 'pencil' : 'trash'} />
                  {t[act]}
                </button>
              ))}
            </>
          )}
        </Menu>
      )}
      {view && saveView.conflict && (
        <Conflict
          before={view}
          after={saveView.conflict}
          actions={
            <>
              <Button small onClick={saveChanges}>
                {t.overwrite}
              </Button>
              <Button
                kind="secondary"
                small
                onClick={() => {
                  void client.invalidateQueries({ queryKey: viewsQuery.queryKey });
                  discard();
                }}
              >
                {t.adoptCurrent}
              </Button>
            </>
          }
        />
      )}
      {saveView.error && !saveView.conflict && <ProblemNotice error={saveView.error} />}
      <Suspense fallback={null}>
        {(openDialog === 'new' || (openDialog === 'edit' && view)) && (
          <ViewDialog
            view={openDialog === 'edit' ? view : undefined}
            query={openDialog === 'edit' && view ? view.query : query}
            columns={openDialog === 'edit' && view ? view.columns : columns}
            onSaved={openDialog === 'edit' ? () => setOpenDialog(undefined) : openView}
            onClose={() => setOpenDialog(undefined)}
          />
        )}
        {openDialog === 'remove' && view && (
          <RemoveViewDialog
            view={view}
            onRemoved={() => {
              setOpenDialog(undefined);
              navigate(routes.list({ ...source, view: undefined }), { replace: true });
            }}
            onClose={() => setOpenDialog(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}
