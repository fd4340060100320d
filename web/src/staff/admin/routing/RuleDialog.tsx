import { useState } from 'react';
import { Button } from '../../../design/button/Button';
import { CancelButton } from '../../../design/button/CancelButton';
import { CheckField } from '../../../design/control/CheckField';
import { CheckList } from '../../../design/control/CheckList';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { Dialog } from '../../../design/dialog/Dialog';
import { useForm } from '../../../design/form/useForm';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import { asChoices, type Parts } from './parts';
import classes from './Routing.module.css';
import { RoutingFields } from './RoutingFields';
import { type Rule, type Rules, useRulesChange, withoutRule, withRule } from './rules';
import { useRoutingTexts } from './texts';

interface RuleDialogProps {
  rules: Rules;
  parts: Parts;
  rule: Rule;
  onClose: () => void;
  onDone: (said: string) => void;
}

export function RuleDialog({ rules, parts, rule, onClose, onDone }: RuleDialogProps) {
  const t = useRoutingTexts();
  const d = t.dialog;
  const [removing, setRemoving] = useState(false);
  const change = useRulesChange(rules);
  const index = rules.rules.findIndex(({ id }) => id === rule.id);
  const path = `rules.${index < 0 ? rules.rules.length : index}`;
  const form = useForm({
    initial: { draft: rule, words: rule.when.words.join(', ') },
    request: change,
    onSubmit: (values) => change.mutate(withRule(ruleOf(values)), { onSuccess: () => onDone(t.saved) }),
  });
  const { draft, words } = form.values;
  const { problem } = form;
  const set = (part: Partial<Rule>) => form.set({ draft: { ...draft, ...part } });
  const setWhen = (part: Partial<Rule['when']>) => set({ when: { ...draft.when, ...part } });
  const errorOf = (field: string) => form.errorOf(`${path}.${field}`);

  return (
    <Dialog title={index < 0 ? d.create : d.edit} onClose={onClose} look="wide">
      <form {...form.formProps} className={classes.form}>
        {problem?.status === 409 && (
          <Notice tone="warning" live>
            {t.conflictDialog}
          </Notice>
        )}
        {problem && problem.status !== 409 && <ProblemNotice error={change.error} />}
        <TextField
          label={d.name}
          hint={d.nameHint}
          value={draft.name}
          onValue={(name) => set({ name })}
          maxLength={80}
          error={errorOf('name')}
          required
          data-autofocus=""
        />
        <fieldset className={classes.part}>
          <legend>{d.conditions}</legend>
          <p className={classes.hint}>{d.conditionsHint}</p>
          <CheckList
            label={d.topics}
            none={d.any}
            choices={asChoices(parts.topics)}
            values={draft.when.topicIds}
            onValues={(topicIds) => setWhen({ topicIds })}
            error={errorOf('when.topicIds')}
          />
          <CheckList
            label={d.entities}
            none={d.any}
            choices={asChoices(parts.entities)}
            values={draft.when.entities}
            onValues={(entities) => setWhen({ entities })}
            error={errorOf('when.entities')}
          />
          <CheckList
            label={d.organizations}
            none={d.any}
            choices={asChoices(parts.organizations)}
            values={draft.when.organizationIds}
            onValues={(organizationIds) => setWhen({ organizationIds })}
            error={errorOf('when.organizationIds')}
          />
          <TextField
            label={d.words}
            hint={d.wordsHint}
            value={words}
            onValue={(typed) => form.set({ words: typed })}
            error={errorOf('when.words')}
          />
          {words.includes(',') && (
            <SelectField
              label={d.match}
              value={draft.when.allWords ? 'all' : 'any'}
              onValue={(match) => setWhen({ allWords: match === 'all' })}
              choices={[
                { value: 'any', label: d.matchAny },
                { value: 'all', label: d.matchAll },
              ]}
            />
          )}
        </fieldset>
        <fieldset className={classes.part}>
          <legend>{d.action}</legend>
          <SelectField
            label={d.department}
            value={draft.departmentId ?? ''}
            onValue={(departmentId) => set({ departmentId })}
            placeholder={d.keepDepartment}
            choices={asChoices(parts.departments)}
            error={errorOf('departmentId')}
          />
          <RoutingFields value={draft} onValue={set} agents={parts.agents} errorOf={errorOf} />
        </fieldset>
        <CheckField label={d.enabled} checked={draft.enabled} onChecked={(enabled) => set({ enabled })} />
        <FormActions>
          <Button type="submit" busy={change.isPending}>
            {d.save}
          </Button>
          <CancelButton onClick={onClose} />
          {index >= 0 && !removing && (
            <Button kind="quiet" onClick={() => setRemoving(true)}>
              {d.remove}
            </Button>
          )}
        </FormActions>
        {removing && (
          <Notice
            tone="warning"
            title={d.removeSure}
            live
            actions={
              <Button
                kind="danger"
                busy={change.isPending}
                onClick={() => change.mutate(withoutRule(rule.id), { onSuccess: () => onDone(t.removed) })}
              >
                {d.removeYes}
              </Button>
            }
          />
        )}
      </form>
    </Dialog>
  );
}

function ruleOf({ draft, words }: { draft: Rule; words: string }): Rule {
  const list = words.split(',').map((word) => word.trim());
  return { ...draft, when: { ...draft.when, words: list.filter(Boolean) } };
}
