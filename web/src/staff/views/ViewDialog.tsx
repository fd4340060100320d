import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Schemas } from '../../api/client';
import { asProblem } from '../../api/problem';
import { Button } from '../../design/button/Button';
import { focusFirstInvalid } from '../../design/control/focusFirstInvalid';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { Dialog } from '../../design/dialog/Dialog';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { FormActions } from '../../design/page/Card';
import { Loaded } from '../../design/states/Loaded';
import { usePerson } from '../../session/useSession';
import { ChoiceCards } from '../choice/ChoiceCards';
import { agentsQuery, departmentsQuery } from '../desk/queries';
import { Conflict } from './Conflict';
import type { View } from './queries';
import { useTexts } from './texts';
import { useSaveView } from './useSaveView';
import classes from './Views.module.css';

interface ViewDialogProps {
  /** The view whose name and people are changed; a new one without it. */
  view: View | undefined;
  query: Schemas['ViewQuery'];
  columns: View['columns'];
  onSaved: (after: View) => void;
  onClose: () => void;
}

/** A view's name, and whom it is for. */
export default function ViewDialog({ view, query, columns, onSaved, onClose }: ViewDialogProps) {
  const t = useTexts();
  const { asked, audiences, departments } = useSharing();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [name, setName] = useState(view?.name ?? '');
  const [audience, setAudience] = useState(view?.audience ?? 'me');
  const [department, setDepartment] = useState(view?.departmentId ?? '');
  const departmentId = department || (departments.length === 1 ? departments[0]?.value : undefined) || '';
  const { save, isPending, error, conflict } = useSaveView(view, onSaved);
  const problem = error ? asProblem(error) : undefined;
  const errors = problem?.fieldErrors ?? {};
  const elsewhere = problem && !errors.name && !errors.audience && !errors.departmentId && !conflict;

  useEffect(() => {
    if (problem && Object.keys(problem.fieldErrors).length > 0) focusFirstInvalid(form.current);
  }, [problem]);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || (audience === 'department' && !departmentId)) {
      focusFirstInvalid(form.current);
      return;
    }
    save({ name, audience, ...(audience === 'department' && { departmentId }), query, columns });
  }

  return (
    <Dialog title={view ? t.editTitle : t.newTitle} onClose={onClose}>
      <form ref={form} noValidate className={classes.form} onSubmit={submit}>
        {view && conflict && <Conflict before={view} now={conflict} />}
        {elsewhere && <ProblemNotice error={problem} />}
        <TextField
          label={t.name}
          hint={view ? undefined : t.keeps}
          value={name}
          onValue={setName}
          maxLength={60}
          required
          error={tried && !name.trim() ? t.nameMissing : errors.name}
          data-autofocus=""
        />
        <Loaded of={asked}>
          {() => (
            <>
              {audiences.length > 1 && (
                <ChoiceCards
                  legend={t.audience}
                  name="audience"
                  value={audience}
                  onValue={setAudience}
                  choices={audiences.map((value) => ({
                    value,
                    label: t.audiences[value],
                    text: t.audienceTexts[value],
                  }))}
                />
              )}
              {audience === 'department' && (
                <SelectField
                  label={t.department}
                  required
                  placeholder={departments.length > 1 ? t.choose : undefined}
                  value={departmentId}
                  onValue={setDepartment}
                  choices={departments}
                  error={tried && !departmentId ? t.departmentMissing : errors.departmentId}
                />
              )}
            </>
          )}
        </Loaded>
        {errors.audience && <ProblemNotice error={problem} />}
        <FormActions>
          <Button type="submit" busy={isPending}>
            {t.submit}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </form>
    </Dialog>
  );
}

/** With whom the person may share: supervisors with their departments, administrators with any and with everyone. */
function useSharing() {
  const person = usePerson();
  const supervises = person.role === 'supervisor';
  const administers = person.role === 'admin';
  const shares = supervises || administers;
  const agents = useQuery({ ...agentsQuery, enabled: supervises });
  const all = useQuery({ ...departmentsQuery, enabled: shares });
  const asked = [...(supervises ? [agents] : []), ...(shares ? [all] : [])];
  const theirs = agents.data?.find(({ id }) => id === person.id)?.departments ?? [];
  const departments = (all.data ?? [])
    .filter(({ id }) => administers || (supervises && theirs.includes(id)))
    .map(({ id, name }) => ({ value: id, label: name }));
  const audiences: Schemas['ViewAudience'][] = ['me'];
  if (departments.length > 0) audiences.push('department');
  if (administers) audiences.push('everyone');
  return { asked, audiences, departments };
}
