import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { FormDialog } from '../../design/dialog/FormDialog';
import { useForm } from '../../design/form/useForm';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Loaded } from '../../design/states/Loaded';
import { usePerson } from '../../session/useSession';
import { ChoiceCards } from '../choice/ChoiceCards';
import { agentsQuery, departmentsQuery } from '../directory/queries';
import { Conflict } from './Conflict';
import type { View } from './queries';
import { useTexts } from './texts';
import { useSaveView } from './useSaveView';

interface ViewDialogProps {
  /** The view to edit; undefined to create one. */
  view: View | undefined;
  query: Schemas['ViewQuery'];
  columns: View['columns'];
  onSaved: (saved: View) => void;
  onClose: () => void;
}

type Values = { name: string; audience: Schemas['ViewAudience']; departmentId: string };

/** A dialog to edit the name and audience of a view. */
export default function ViewDialog({ view, query, columns, onSaved, onClose }: ViewDialogProps) {
  const t = useTexts();
  const { queries, audiences, departments } = useSharing();
  const { conflict, ...request } = useSaveView(view, onSaved);
  const onlyDepartment = departments.length === 1 ? departments[0]?.value : undefined;
  const departmentOf = (values: Values) => values.departmentId || onlyDepartment || '';
  const form = useForm<Values>({
    initial: {
      name: view?.name ?? '',
      audience: view?.audience ?? 'me',
      departmentId: view?.departmentId ?? '',
    },
    validate: (values) => ({
      name: !values.name.trim() && t.nameMissing,
      departmentId: values.audience === 'department' && !departmentOf(values) && t.departmentMissing,
    }),
    request,
    onSubmit: (valid) =>
      request.save({
        name: valid.name,
        audience: valid.audience,
        ...(valid.audience === 'department' && { departmentId: departmentOf(valid) }),
        query,
        columns,
      }),
  });
  const { values, set, field, problem } = form;
  const showProblem =
    problem && !conflict && !['name', 'audience', 'departmentId'].some((name) => problem.errorAt(name));

  return (
    <FormDialog title={view ? t.editTitle : t.newTitle} form={form} submit={t.submit} onClose={onClose}>
      {view && conflict && <Conflict before={view} after={conflict} />}
      {showProblem && <ProblemNotice error={problem} />}
      <TextField
        label={t.name}
        hint={view ? undefined : t.nameHint}
        {...field('name')}
        maxLength={60}
        required
        data-autofocus=""
      />
      <Loaded queries={queries}>
        {() => (
          <>
            {audiences.length > 1 && (
              <ChoiceCards
                legend={t.audience}
                name="audience"
                value={values.audience}
                onValue={(audience) => set({ audience })}
                choices={audiences.map((value) => ({
                  value,
                  label: t.audiences[value],
                  explanation: t.audienceTexts[value],
                }))}
              />
            )}
            {values.audience === 'department' && (
              <SelectField
                label={t.department}
                required
                placeholder={departments.length > 1 ? t.choose : undefined}
                {...field('departmentId')}
                value={departmentOf(values)}
                choices={departments}
              />
            )}
          </>
        )}
      </Loaded>
      {problem?.errorAt('audience') && <ProblemNotice error={problem} />}
    </FormDialog>
  );
}

/**
 * Returns the audiences that the person may choose. Supervisors may choose their own departments, administrators any
 * department or everyone.
 */
function useSharing() {
  const person = usePerson();
  const supervises = person.role === 'supervisor';
  const administers = person.role === 'admin';
  const shares = supervises || administers;
  const agents = useQuery({ ...agentsQuery, enabled: supervises });
  const all = useQuery({ ...departmentsQuery, enabled: shares });
  const queries = [...(supervises ? [agents] : []), ...(shares ? [all] : [])];
  const ownDepartmentIds = agents.data?.find(({ id }) => id === person.id)?.departments ?? [];
  const departments = (all.data ?? [])
    .filter(({ id }) => administers || (supervises && ownDepartmentIds.includes(id)))
    .map(({ id, name }) => ({ value: id, label: name }));
  const audiences: Schemas['ViewAudience'][] = ['me'];
  if (departments.length > 0) audiences.push('department');
  if (administers) audiences.push('everyone');
  return { queries, audiences, departments };
}
