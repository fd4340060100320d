import { useMutation, useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { entitiesQuery } from '../../../api/queries';
import { CheckList } from '../../../design/control/CheckList';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { FormDialog } from '../../../design/dialog/FormDialog';
import { useForm } from '../../../design/form/useForm';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { useDesignTexts } from '../../../design/texts';
import { useOrganizations } from '../../directory/organizations';
import { departmentsQuery } from '../../directory/queries';
import { useTexts } from './texts';

type Request = Schemas['AccountRequest'];
interface Values {
  username: string;
  role: Schemas['Role'];
  organizationIds: string[];
  departmentIds: string[];
  entity: string;
}

interface ApproveDialogProps {
  request: Request;
  onDecided: () => void;
  onClose: () => void;
}

/** Approves an account request: the person is added with a role and an organization, and gets an invitation by mail (A2). */
export function ApproveDialog({ request, onDecided, onClose }: ApproveDialogProps) {
  const t = useTexts();
  const { roles } = useDesignTexts();
  const departments = useQuery(departmentsQuery);
  const entities = useQuery(entitiesQuery);
  const approve = useMutation({
    mutationFn: ({ username, role, organizationIds, departmentIds, entity }: Values) =>
      dataOf(
        api.PUT('/account-requests/{id}/decision', {
          params: { path: { id: request.id } },
          body: {
            decision: 'approve',
            role,
            username: username.trim(),
            entity,
            organizationId: organizationIds[0] ?? '',
            departmentIds: role === 'requester' ? [] : departmentIds,
          },
        }),
      ),
    onSuccess: onDecided,
  });
  const form = useForm<Values>({
    initial: { username: '', role: 'requester', organizationIds: [], departmentIds: [], entity: '' },
    validate: ({ role, departmentIds }) => ({
      departmentIds: role === 'agent' && departmentIds.length === 0 && t.departmentMissing,
    }),
    request: approve,
    onSubmit: approve.mutate,
  });
  const { values, set, field } = form;
  const organizations = useOrganizations(values.organizationIds);

  return (
    <FormDialog
      title={t.approveTitle({ name: request.name })}
      form={form}
      submit={t.approve}
      onClose={onClose}
    >
      <p>{t.approveText({ email: request.email, organization: request.organization })}</p>
      <SelectField
        label={t.role}
        value={values.role}
        onValue={(role) => set({ role: role as Schemas['Role'] })}
        choices={Object.entries(roles).map(([value, label]) => ({ value, label }))}
        data-autofocus=""
      />
      <CheckList
        label={t.columns.organization}
        none={t.none}
        choices={organizations.choices}
        values={values.organizationIds}
        onValues={(ids) => set({ organizationIds: ids.slice(-1) })}
        search={organizations.search}
      />
      {values.role !== 'requester' && (
        <CheckList
          label={t.departments}
          none={t.none}
          choices={(departments.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          values={values.departmentIds}
          onValues={(departmentIds) => set({ departmentIds })}
          error={field('departmentIds').error}
        />
      )}
      {entities.data && entities.data.length > 0 && (
        <SelectField
          label={t.entity}
          value={values.entity}
          onValue={(entity) => set({ entity })}
          placeholder={t.none}
          choices={entities.data.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField label={t.username} hint={t.usernameHint} maxLength={60} {...field('username')} optional />
      {approve.error && <ProblemNotice error={approve.error} />}
    </FormDialog>
  );
}
