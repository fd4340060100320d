import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { CheckField } from '../../../design/control/CheckField';
import { ReadOnlyField } from '../../../design/control/ReadOnlyField';
import { TextField } from '../../../design/control/TextField';
import { Loaded } from '../../../design/states/Loaded';
import { Skeleton } from '../../../design/states/States';
import { agentsQuery, departmentsQuery } from '../../directory/queries';
import { WarningBadge } from '../../knowledge/Badges';
import { routes } from '../../routes';
import { NameFields } from '../records/NameFields';
import { RecordEditor } from '../records/RecordEditor';
import { newRecordPath, RecordList } from '../records/RecordList';
import { type Creation, RecordPages } from '../records/RecordPages';
import { useRecordTexts } from '../records/texts';
import { withRecord } from '../records/withRecord';
import type { SectionProps } from '../sectionProps';
import { slug } from '../topics/topic';
import { useTexts } from './texts';

type Department = Schemas['DepartmentSettings'];
type Values = Required<Omit<Schemas['DepartmentEdit'], 'version'>> & { version?: number | undefined };

const path = 'departamentos';

const editable = ({ names, order, active, version }: Department): Values => ({
  name: names,
  order,
  active,
  version,
});

/** Lists and edits the departments (N9). */
export default function Departments({ item }: SectionProps) {
  const queries = [useQuery(departmentsQuery), useQuery(agentsQuery)] as const;
  return (
    <Loaded queries={queries} layout="page" placeholder={<Skeleton size="row" count={4} />}>
      {(departments, agents) => (
        <RecordPages
          path={path}
          item={item}
          list={<List departments={departments} agents={agents} />}
          editor={(id, creation) => {
            const department = departments.find((other) => other.id === id);
            if (id !== undefined && !department) return undefined;
            return (
              <Editor
                key={id ?? newRecordPath}
                department={department}
                departments={departments}
                agents={agents}
                {...creation}
              />
            );
          }}
        />
      )}
    </Loaded>
  );
}

interface ListProps {
  departments: readonly Department[];
  agents: readonly Schemas['Agent'][];
}

const membersOf = (id: string, agents: readonly Schemas['Agent'][]) =>
  agents.filter(({ departments }) => departments.includes(id));

function List({ departments, agents }: ListProps) {
  const t = useTexts();
  return (
    <RecordList
      path={path}
      label={t.list}
      add={t.add}
      empty={{ icon: 'bulletList', title: t.empty, text: t.emptyText }}
      rows={departments.map(({ id, name, names, active }) => ({
        id,
        name,
        active,
        facts: [
          t.members({ count: membersOf(id, agents).length }),
          !names.en && <WarningBadge>{t.untranslated}</WarningBadge>,
        ],
      }))}
    />
  );
}

interface EditorProps extends ListProps, Creation {
  department: Department | undefined;
}

function Editor({ department, departments, agents, onCreated, justCreated }: EditorProps) {
  const t = useTexts();
  const common = useRecordTexts();
  const client = useQueryClient();
  const last = Math.max(0, ...departments.map(({ order }) => order));

  async function save(values: Values): Promise<Values> {
    const id =
      department?.id ??
      slug(values.name.es, new Set([...departments.map((other) => other.id), newRecordPath]));
    const stored = await dataOf(api.PUT('/departments/{id}', { params: { path: { id } }, body: values }));
    client.setQueryData(departmentsQuery.queryKey, (all: Department[] | undefined) =>
      withRecord(all, stored, (a, b) => a.order - b.order || a.names.es.localeCompare(b.names.es, 'es')),
    );
    if (!department) onCreated(id);
    return editable(stored);
  }

  return (
    <RecordEditor
      id={`${path}/${department?.id ?? newRecordPath}`}
      title={department?.name ?? t.newTitle}
      back={routes.admin(path)}
      initial={
        department
          ? editable(department)
          : { name: { es: '' }, order: Math.min(last + 1, 9999), active: true, version: undefined }
      }
      attributes={t.attributes}
      validate={({ name }) => ({ 'name.es': !name.es.trim() && common.nameMissing })}
      save={save}
      storedOf={(current) => editable(current as Department)}
      justCreated={justCreated}
    >
      {({ values, set, errorOf }) => (
        <>
          <NameFields name={values.name} onName={(name) => set({ name })} maxLength={120} errorOf={errorOf} />
          <TextField
            label={t.order}
            type="number"
            min={0}
            max={9999}
            value={String(values.order)}
            onValue={(order) => set({ order: Number.parseInt(order, 10) || 0 })}
            error={errorOf('order')}
            hint={t.orderHint}
          />
          <CheckField
            label={t.active}
            hint={t.activeHint}
            checked={values.active}
            onChecked={(active) => set({ active })}
            error={errorOf('active')}
          />
          {department && (
            <ReadOnlyField
              label={t.memberList}
              value={
                membersOf(department.id, agents)
                  .map(({ name }) => name)
                  .join(', ') || t.noMembers
              }
            />
          )}
        </>
      )}
    </RecordEditor>
  );
}
