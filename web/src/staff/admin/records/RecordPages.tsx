import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { LinkButton } from '../../../design/button/Button';
import { EmptyState } from '../../../design/states/States';
import { routes } from '../../routes';
import { newRecordPath } from './RecordList';
import { useRecordTexts } from './texts';

/** What an editor needs to know about the creation of its record. */
export interface Creation {
  /** Called with the id of a new record when it was created. It navigates to the record. */
  onCreated: (id: string) => void;
  /** Whether the record was created by the form from which the person comes. */
  justCreated: boolean;
}

interface RecordPagesProps {
  /** The path of the section. */
  path: string;
  item: string | undefined;
  list: ReactNode;
  /** Returns the editor of the record with an id, or of a new record. It is undefined if there is no such record. */
  editor: (id: string | undefined, creation: Creation) => ReactNode | undefined;
}

/** The pages of a section with records: the list, a new record, and the record in the URL. */
export function RecordPages({ path, item, list, editor }: RecordPagesProps) {
  const [, navigate] = useLocation();
  const [createdId, setCreatedId] = useState<string>();
  if (item === undefined) return list;
  const onCreated = (id: string) => {
    setCreatedId(id);
    navigate(routes.admin(path, id), { replace: true });
  };
  const id = item === newRecordPath ? undefined : item;
  const found = editor(id, { onCreated, justCreated: id !== undefined && id === createdId });
  return found ?? <MissingRecord path={path} />;
}

/** Shown if the record in the URL does not exist. */
export function MissingRecord({ path }: { path: string }) {
  const t = useRecordTexts();
  return (
    <EmptyState
      icon="search"
      title={t.missing}
      actions={
        <LinkButton kind="secondary" href={routes.admin(path)}>
          {t.back}
        </LinkButton>
      }
    >
      {t.missingText}
    </EmptyState>
  );
}
