import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, commas, dataOf, type Schemas } from '../../../api/client';
import { entitiesQuery } from '../../../api/queries';
import { CheckField } from '../../../design/control/CheckField';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { MoreButton } from '../../../design/list/MoreButton';
import { useDebounced } from '../../../design/search/useDebounced';
import { Loaded } from '../../../design/states/Loaded';
import { ErrorState, Skeleton } from '../../../design/states/States';
import { useEntityName } from '../../directory/queries';
import { routes } from '../../routes';
import { RecordEditor } from '../records/RecordEditor';
import { newRecordPath, RecordList } from '../records/RecordList';
import { type Creation, MissingRecord, RecordPages } from '../records/RecordPages';
import { useRecordTexts } from '../records/texts';
import { asChoices } from '../routing/references';
import type { SectionProps } from '../sectionProps';
import { slug } from '../topics/topic';
import { useTexts } from './texts';

type Organization = Schemas['Organization'];
type Values = Required<Omit<Schemas['OrganizationEdit'], 'version'>> & { version?: number | undefined };

const path = 'organizaciones';

/** The start of the keys of all queries of organizations. */
const organizationsKey = ['organizations'];

const editable = ({ id: _, ...organization }: Organization): Values => organization;

/** Lists and edits the organizations (N11). */
export default function Organizations({ item }: SectionProps) {
  return (
    <RecordPages
      path={path}
      item={item}
      list={<List />}
      editor={(id, creation) =>
        id === undefined ? (
          <Editor key={newRecordPath} organization={undefined} {...creation} />
        ) : (
          <StoredEditor key={id} id={id} {...creation} />
        )
      }
    />
  );
}

function List() {
  const t = useTexts();
  const entityName = useEntityName();
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim(), 250);
  const pages = useInfiniteQuery({
    queryKey: [...organizationsKey, 'pages', words],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/organizations', {
          params: { query: { cursor: pageParam, ...(words && { q: words }) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  if (pages.isPending) return <Skeleton size="row" count={4} />;
  if (!pages.data) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  // An organization can be on two pages.
  const found = new Map(pages.data.pages.flatMap(({ items }) => items).map((item) => [item.id, item]));
  return (
    <RecordList
      path={path}
      label={t.list}
      add={t.add}
      empty={{ icon: 'link', title: t.empty, text: t.emptyText }}
      search={{ value: typed, onValue: setTyped }}
      rows={[...found.values()].map(({ id, name, entity, shares, managerIds }) => ({
        id,
        name,
        facts: [
          entity && entityName(entity),
          shares && t.shares,
          managerIds.length > 0 && t.managers({ count: managerIds.length }),
        ],
      }))}
    >
      {pages.isFetchNextPageError && (
        <ErrorState error={pages.error} onRetry={() => void pages.fetchNextPage()} />
      )}
      {pages.hasNextPage && !pages.isFetchNextPageError && (
        <div>
          <MoreButton query={pages} />
        </div>
      )}
    </RecordList>
  );
}

function StoredEditor({ id, ...creation }: Creation & { id: string }) {
  const query = useQuery({
    queryKey: [...organizationsKey, 'edited', id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/organizations', { params: { query: { ids: [id] } }, querySerializer: commas, signal }),
      ),
    // It is not reloaded while it is edited. Changes by others cause a conflict when saving.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Loaded queries={[query]} layout="page" placeholder={<Skeleton size="block" count={2} />}>
      {({ items: [organization] }) =>
        organization ? <Editor organization={organization} {...creation} /> : <MissingRecord path={path} />
      }
    </Loaded>
  );
}

interface EditorProps extends Creation {
  organization: Organization | undefined;
}

function Editor({ organization, onCreated, justCreated }: EditorProps) {
  const t = useTexts();
  const common = useRecordTexts();
  const client = useQueryClient();
  const entities = useQuery(entitiesQuery);

  async function save(values: Values): Promise<Values> {
    const id = organization?.id ?? slug(values.name, new Set([newRecordPath]));
    const stored = await dataOf(api.PUT('/organizations/{id}', { params: { path: { id } }, body: values }));
    void client.invalidateQueries({
      queryKey: organizationsKey,
      predicate: ({ queryKey }) => queryKey[1] !== 'edited',
    });
    if (!organization) onCreated(id);
    return editable(stored);
  }

  return (
    <RecordEditor
      id={`${path}/${organization?.id ?? newRecordPath}`}
      title={organization?.name ?? t.newTitle}
      back={routes.admin(path)}
      initial={
        organization
          ? editable(organization)
          : { name: '', shares: false, managerIds: [], entity: '', version: undefined }
      }
      attributes={t.attributes}
      validate={({ name }) => ({ name: !name.trim() && common.nameMissing })}
      save={save}
      storedOf={(current) => editable(current as Organization)}
      justCreated={justCreated}
    >
      {({ values, set, field, errorOf }) => (
        <>
          <TextField label={t.name} {...field('name')} maxLength={120} required />
          <Loaded queries={[entities]}>
            {(all) =>
              all.length > 0 && (
                <SelectField
                  label={t.entity}
                  placeholder={t.noEntity}
                  choices={asChoices(all)}
                  {...field('entity')}
                  optional
                />
              )
            }
          </Loaded>
          <CheckField
            label={t.sharing}
            hint={t.sharingHint}
            checked={values.shares}
            onChecked={(shares) => set({ shares })}
            error={errorOf('shares')}
          />
        </>
      )}
    </RecordEditor>
  );
}
