import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { CheckField } from '../../../design/control/CheckField';
import { CheckList } from '../../../design/control/CheckList';
import { Loaded } from '../../../design/states/Loaded';
import { Skeleton } from '../../../design/states/States';
import { agentsQuery, teamsQuery } from '../../directory/queries';
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

type Team = Schemas['Team'];
type Values = Required<Omit<Schemas['TeamEdit'], 'version'>> & { version?: number | undefined };

const path = 'equipos';

const editable = ({ names, memberIds, active, version }: Team): Values => ({
  name: names,
  memberIds,
  active,
  version,
});

/** Lists and edits the teams (N10). */
export default function Teams({ item }: SectionProps) {
  const queries = [useQuery(teamsQuery), useQuery(agentsQuery)] as const;
  return (
    <Loaded queries={queries} layout="page" placeholder={<Skeleton size="row" count={4} />}>
      {(teams, agents) => (
        <RecordPages
          path={path}
          item={item}
          list={<List teams={teams} />}
          editor={(id, creation) => {
            const team = teams.find((other) => other.id === id);
            if (id !== undefined && !team) return undefined;
            return (
              <Editor key={id ?? newRecordPath} team={team} teams={teams} agents={agents} {...creation} />
            );
          }}
        />
      )}
    </Loaded>
  );
}

function List({ teams }: { teams: readonly Team[] }) {
  const t = useTexts();
  return (
    <RecordList
      path={path}
      label={t.list}
      add={t.add}
      empty={{ icon: 'user', title: t.empty, text: t.emptyText }}
      rows={teams.map(({ id, name, names, memberIds, active }) => ({
        id,
        name,
        active,
        facts: [
          t.members({ count: memberIds.length }),
          !names.en && <WarningBadge>{t.untranslated}</WarningBadge>,
        ],
      }))}
    />
  );
}

interface EditorProps extends Creation {
  team: Team | undefined;
  teams: readonly Team[];
  agents: readonly Schemas['Agent'][];
}

function Editor({ team, teams, agents, onCreated, justCreated }: EditorProps) {
  const t = useTexts();
  const common = useRecordTexts();
  const client = useQueryClient();

  async function save(values: Values): Promise<Values> {
    const id = team?.id ?? slug(values.name.es, new Set([...teams.map((other) => other.id), newRecordPath]));
    const stored = await dataOf(api.PUT('/teams/{id}', { params: { path: { id } }, body: values }));
    client.setQueryData(teamsQuery.queryKey, (all: Team[] | undefined) =>
      withRecord(all, stored, (a, b) => a.names.es.localeCompare(b.names.es, 'es')),
    );
    if (!team) onCreated(id);
    return editable(stored);
  }

  return (
    <RecordEditor
      id={`${path}/${team?.id ?? newRecordPath}`}
      title={team?.name ?? t.newTitle}
      back={routes.admin(path)}
      initial={team ? editable(team) : { name: { es: '' }, memberIds: [], active: true, version: undefined }}
      attributes={t.attributes}
      validate={({ name }) => ({ 'name.es': !name.es.trim() && common.nameMissing })}
      save={save}
      storedOf={(current) => editable(current as Team)}
      justCreated={justCreated}
    >
      {({ values, set, errorOf }) => (
        <>
          <NameFields name={values.name} onName={(name) => set({ name })} maxLength={80} errorOf={errorOf} />
          <CheckList
            label={t.memberList}
            none={t.nobody}
            choices={agents.map(({ id, name, away }) => ({
              value: id,
              label: away ? t.away({ name }) : name,
            }))}
            values={values.memberIds}
            onValues={(memberIds) => set({ memberIds })}
            error={errorOf('memberIds')}
          />
          <CheckField
            label={t.active}
            hint={t.activeHint}
            checked={values.active}
            onChecked={(active) => set({ active })}
            error={errorOf('active')}
          />
        </>
      )}
    </RecordEditor>
  );
}
