import { useMutation } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { Button } from '../../../design/button/Button';
import { FieldGrid } from '../../../design/control/FieldGrid';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { useForm } from '../../../design/form/useForm';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { Card, FormActions } from '../../../design/page/Card';
import { OrganizationField } from '../../directory/OrganizationField';
import classes from './Routing.module.css';
import { asChoices, type RuleReferences } from './references';
import type { Rule } from './rules';
import { useRoutingTexts } from './texts';

/** The form «Probar»: shows to whom a ticket would be assigned, by which rule and why. */
export function Trial({ rules, references }: { rules: readonly Rule[]; references: RuleReferences }) {
  const t = useRoutingTexts().trial;
  const trial = useMutation({
    mutationFn: (body: Schemas['RoutingQuestion']) => dataOf(api.POST('/routing-rules/trial', { body })),
  });
  const { field, formProps, problem, busy } = useForm({
    initial: { topicId: '', subject: '', entity: '', organizationId: '' },
    validate: ({ topicId }) => ({ topicId: !topicId && t.missing }),
    request: trial,
    onSubmit: trial.mutate,
  });

  return (
    <Card title={t.title}>
      <p className={classes.hint}>{t.lead}</p>
      <form {...formProps} className={classes.form}>
        <FieldGrid>
          <SelectField
            label={t.topic}
            {...field('topicId')}
            placeholder={t.chooseTopic}
            choices={asChoices(references.topics)}
            required
          />
          <TextField label={t.subject} {...field('subject')} maxLength={200} />
          <SelectField
            label={t.entity}
            {...field('entity')}
            placeholder={t.none}
            choices={asChoices(references.entities)}
          />
          <OrganizationField
            label={t.organization}
            searchLabel={t.findOrganization}
            placeholder={t.none}
            {...field('organizationId')}
          />
        </FieldGrid>
        <FormActions>
          <Button type="submit" kind="secondary" busy={busy}>
            {t.go}
          </Button>
        </FormActions>
      </form>
      {problem?.errors.length === 0 && <ProblemNotice error={problem} />}
      {trial.data && <TrialResult result={trial.data} rules={rules} />}
    </Card>
  );
}

function TrialResult({ result, rules }: { result: Schemas['RoutingAnswer']; rules: readonly Rule[] }) {
  const t = useRoutingTexts().trial;
  const { assignee, department, reason, considered, ruleId } = result;
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
