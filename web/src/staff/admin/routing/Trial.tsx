import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answer, api, type Schemas } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { Button } from '../../../design/button/Button';
import { FieldGrid } from '../../../design/control/FieldGrid';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { Card, FormActions } from '../../../design/page/Card';
import { asChoices, type Parts } from './parts';
import classes from './Routing.module.css';
import type { Rule } from './rules';
import { useRoutingTexts } from './texts';

/** «Probar»: which rule would assign a ticket to whom, and why. */
export function Trial({ rules, parts }: { rules: readonly Rule[]; parts: Parts }) {
  const t = useRoutingTexts().trial;
  const [topicId, setTopicId] = useState('');
  const [subject, setSubject] = useState('');
  const [entity, setEntity] = useState('');
  const [organizationId, setOrganizationId] = useState('');
  const [tried, setTried] = useState(false);
  const trial = useMutation({
    mutationFn: (body: Schemas['RoutingQuestion']) => answer(api.POST('/routing-rules/trial', { body })),
  });
  const refused = trial.error ? asProblem(trial.error).fieldErrors : {};

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (topicId && !trial.isPending) trial.mutate({ topicId, subject, entity, organizationId });
  }

  return (
    <Card title={t.title}>
      <p className={classes.hint}>{t.lead}</p>
      <form noValidate className={classes.form} onSubmit={submit}>
        <FieldGrid>
          <SelectField
            label={t.topic}
            value={topicId}
            onValue={setTopicId}
            placeholder={t.chooseTopic}
            choices={asChoices(parts.topics)}
            error={tried && !topicId ? t.missing : refused.topicId}
            required
          />
          <TextField
            label={t.subject}
            value={subject}
            onValue={setSubject}
            maxLength={200}
            error={refused.subject}
          />
          <SelectField
            label={t.entity}
            value={entity}
            onValue={setEntity}
            placeholder={t.none}
            choices={asChoices(parts.entities)}
            error={refused.entity}
          />
          <SelectField
            label={t.organization}
            value={organizationId}
            onValue={setOrganizationId}
            placeholder={t.none}
            choices={asChoices(parts.organizations)}
            error={refused.organizationId}
          />
        </FieldGrid>
        <FormActions>
          <Button type="submit" kind="secondary" busy={trial.isPending}>
            {t.go}
          </Button>
        </FormActions>
      </form>
      {trial.error && Object.keys(refused).length === 0 && <ProblemNotice error={trial.error} />}
      {trial.data && <Outcome found={trial.data} rules={rules} />}
    </Card>
  );
}

function Outcome({ found, rules }: { found: Schemas['RoutingAnswer']; rules: readonly Rule[] }) {
  const t = useRoutingTexts().trial;
  const { assignee, department, reason, considered, ruleId } = found;
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.name ?? id;
  return (
    <Notice
      tone={assignee ? 'success' : 'warning'}
      title={
        assignee
          ? t.to({ name: assignee.name, department: department.name })
          : t.nobody({ department: department.name })
      }
      live
    >
      <p>{reason}</p>
      {considered.length > 0 && (
        <>
          <p className={classes.considered}>{t.considered}</p>
          <ol className={classes.looked}>
            {considered.map((rule) => (
              <li key={rule.ruleId}>
                «{nameOf(rule.ruleId)}»: {rule.unmet ? t.unmet[rule.unmet] : t.applies}
              </li>
            ))}
          </ol>
        </>
      )}
      {!ruleId && considered.length > 0 && <p>{t.byTopic}</p>}
    </Notice>
  );
}
